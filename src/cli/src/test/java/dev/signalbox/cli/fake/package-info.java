@NullMarked
package dev.signalbox.cli.fake;

import org.jspecify.annotations.NullMarked;
