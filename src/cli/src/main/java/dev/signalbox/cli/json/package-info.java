/// What the commands write as JSON.
@NullMarked
package dev.signalbox.cli.json;

import org.jspecify.annotations.NullMarked;
