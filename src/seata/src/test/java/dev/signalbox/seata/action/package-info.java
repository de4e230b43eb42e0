@NullMarked
package dev.signalbox.seata.action;

import org.jspecify.annotations.NullMarked;
