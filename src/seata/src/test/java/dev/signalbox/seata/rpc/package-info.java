@NullMarked
package dev.signalbox.seata.rpc;

import org.jspecify.annotations.NullMarked;
