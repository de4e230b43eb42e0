/// The window walked through on the real demo.
@NullMarked
package dev.signalbox.app.walk;

import org.jspecify.annotations.NullMarked;
