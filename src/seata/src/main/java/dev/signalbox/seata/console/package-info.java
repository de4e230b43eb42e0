/// Reads a coordinator's transactions, branches and locks over its HTTP console. Changes nothing.
@NullMarked
package dev.signalbox.seata.console;

import org.jspecify.annotations.NullMarked;
