/// Seata AT: global transactions, branches, and what is left of them after a crash.
@NullMarked
package dev.signalbox.demo.services.transaction;

import org.jspecify.annotations.NullMarked;
