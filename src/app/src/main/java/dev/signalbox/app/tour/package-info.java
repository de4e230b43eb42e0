/// Three things to do with the demo, one after the other.
@NullMarked
package dev.signalbox.app.tour;

import org.jspecify.annotations.NullMarked;
