@NullMarked
package dev.signalbox.app.prefs;

import org.jspecify.annotations.NullMarked;
