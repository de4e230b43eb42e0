/// The window: sidebar, header, status line, theme, and what happens when something breaks.
@NullMarked
package dev.signalbox.app.shell;

import org.jspecify.annotations.NullMarked;
