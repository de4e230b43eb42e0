/// Saved connections and the form for a new one.
@NullMarked
package dev.signalbox.app.connect;

import org.jspecify.annotations.NullMarked;
