/// Runs beside a real Seata server in a process of its own.
@NullMarked
package dev.signalbox.seata.testserver;

import org.jspecify.annotations.NullMarked;
