/// What a screen is and what it may ask of the window around it.
@NullMarked
package dev.signalbox.app.nav;

import org.jspecify.annotations.NullMarked;
