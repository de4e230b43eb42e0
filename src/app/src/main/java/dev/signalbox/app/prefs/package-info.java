/// What the operator set and expects to find again.
@NullMarked
package dev.signalbox.app.prefs;

import org.jspecify.annotations.NullMarked;
