/// The demo in the terminal.
@NullMarked
package dev.signalbox.cli.demo;

import org.jspecify.annotations.NullMarked;
