/// Polls, remembers and derives: from connector to what a face shows.
@NullMarked
package dev.signalbox.core.monitor;

import org.jspecify.annotations.NullMarked;
