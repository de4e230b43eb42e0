@NullMarked
package dev.signalbox.cli.json;

import org.jspecify.annotations.NullMarked;
