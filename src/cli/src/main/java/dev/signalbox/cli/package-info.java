/// The command line over the same core as the window: the same connections, gate and audit.
@NullMarked
package dev.signalbox.cli;

import org.jspecify.annotations.NullMarked;
