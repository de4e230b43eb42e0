/// Ends a running transaction: what it would do, doing it, and seeing what came of it.
@NullMarked
package dev.signalbox.seata.action;

import org.jspecify.annotations.NullMarked;
