@NullMarked
package dev.signalbox.app.parts;

import org.jspecify.annotations.NullMarked;
