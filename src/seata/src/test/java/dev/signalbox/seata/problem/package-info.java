@NullMarked
package dev.signalbox.seata.problem;

import org.jspecify.annotations.NullMarked;
