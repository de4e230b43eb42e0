/// Messages in files that other programs read.
@NullMarked
package dev.signalbox.core.export;

import org.jspecify.annotations.NullMarked;
