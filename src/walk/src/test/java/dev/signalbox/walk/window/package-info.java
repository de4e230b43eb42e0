/// The window walked through on the real demo.
@NullMarked
package dev.signalbox.walk.window;

import org.jspecify.annotations.NullMarked;
