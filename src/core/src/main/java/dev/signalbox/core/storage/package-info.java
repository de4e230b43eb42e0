/// Files of the console: private, flushed, replaced whole.
@NullMarked
package dev.signalbox.core.storage;

import org.jspecify.annotations.NullMarked;
