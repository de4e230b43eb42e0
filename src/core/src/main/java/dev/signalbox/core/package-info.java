/// The vocabulary and the rules of Signalbox: no broker, no user interface.
@NullMarked
package dev.signalbox.core;

import org.jspecify.annotations.NullMarked;
