/// Recognises dead letters and where they came from.
@NullMarked
package dev.signalbox.core.deadletter;

import org.jspecify.annotations.NullMarked;
