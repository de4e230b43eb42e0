/// Commands that only look.
@NullMarked
package dev.signalbox.cli.read;

import org.jspecify.annotations.NullMarked;
