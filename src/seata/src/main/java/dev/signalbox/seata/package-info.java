/// The adapter for Seata's transaction coordinator: its HTTP console for what there is, its RPC for what is to
/// be done.
@NullMarked
package dev.signalbox.seata;

import org.jspecify.annotations.NullMarked;
