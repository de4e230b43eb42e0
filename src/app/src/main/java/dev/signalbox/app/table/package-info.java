/// The one table of all screens.
@NullMarked
package dev.signalbox.app.table;

import org.jspecify.annotations.NullMarked;
