@NullMarked
package dev.signalbox.app.palette;

import org.jspecify.annotations.NullMarked;
