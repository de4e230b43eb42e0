@NullMarked
package dev.signalbox.seata.console;

import org.jspecify.annotations.NullMarked;
