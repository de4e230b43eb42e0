/// What it takes to make a profile of what an operator types or has in a file.
@NullMarked
package dev.signalbox.core.setup;

import org.jspecify.annotations.NullMarked;
