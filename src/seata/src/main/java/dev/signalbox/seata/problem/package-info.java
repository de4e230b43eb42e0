/// Every failure of this adapter and every word it says, in one place.
@NullMarked
package dev.signalbox.seata.problem;

import org.jspecify.annotations.NullMarked;
