/// Everything one can go to or do, by typing a part of its name.
@NullMarked
package dev.signalbox.app.palette;

import org.jspecify.annotations.NullMarked;
