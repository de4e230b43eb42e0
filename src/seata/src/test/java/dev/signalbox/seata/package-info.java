/// Proves the Seata adapter, on a real coordinator with real branches wherever one is needed.
@NullMarked
package dev.signalbox.seata;

import org.jspecify.annotations.NullMarked;
