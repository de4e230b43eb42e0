/// A transaction manager's side of Seata's binary protocol: register, ask for a status, roll back, commit.
@NullMarked
package dev.signalbox.seata.rpc;

import org.jspecify.annotations.NullMarked;
