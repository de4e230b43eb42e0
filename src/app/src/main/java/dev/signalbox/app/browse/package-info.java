/// Reads messages of a destination without taking them away, and writes one.
@NullMarked
package dev.signalbox.app.browse;

import org.jspecify.annotations.NullMarked;
