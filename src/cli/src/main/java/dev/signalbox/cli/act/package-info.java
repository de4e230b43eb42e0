/// Commands that change something, all through the action gate.
@NullMarked
package dev.signalbox.cli.act;

import org.jspecify.annotations.NullMarked;
