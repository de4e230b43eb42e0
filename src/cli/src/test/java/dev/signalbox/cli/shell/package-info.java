@NullMarked
package dev.signalbox.cli.shell;

import org.jspecify.annotations.NullMarked;
