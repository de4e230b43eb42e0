/// Words that people read.
@NullMarked
package dev.signalbox.core.text;

import org.jspecify.annotations.NullMarked;
