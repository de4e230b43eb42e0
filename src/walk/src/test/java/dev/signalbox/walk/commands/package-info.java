/// The command line on the real demo.
@NullMarked
package dev.signalbox.walk.commands;

import org.jspecify.annotations.NullMarked;
