/// What can go wrong at the edge of the console, in words an operator can act on.
@NullMarked
package dev.signalbox.core.problem;

import org.jspecify.annotations.NullMarked;
