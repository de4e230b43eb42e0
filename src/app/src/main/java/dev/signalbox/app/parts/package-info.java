/// Small pieces of which screens are made.
@NullMarked
package dev.signalbox.app.parts;

import org.jspecify.annotations.NullMarked;
