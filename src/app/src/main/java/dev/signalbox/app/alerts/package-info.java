/// The alerts: a bell with their number, the list behind it, and the ways out of the window.
@NullMarked
package dev.signalbox.app.alerts;

import org.jspecify.annotations.NullMarked;
