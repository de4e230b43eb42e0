/// What every command stands on: the terminal, the chosen connections, exit codes.
@NullMarked
package dev.signalbox.cli.shell;

import org.jspecify.annotations.NullMarked;
