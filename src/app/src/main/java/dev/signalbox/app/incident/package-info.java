/// Messages that were exported into a file, to look at and to send on: an incident that somebody passed on.
@NullMarked
package dev.signalbox.app.incident;

import org.jspecify.annotations.NullMarked;
