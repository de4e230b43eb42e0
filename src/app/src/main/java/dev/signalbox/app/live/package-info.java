/// What is connected and shown, on the FX thread.
@NullMarked
package dev.signalbox.app.live;

import org.jspecify.annotations.NullMarked;
