/// Starts the demo backend, hears what it tells, and steers it.
///
/// Nothing here knows how the backend is made: only the contract of its supervisor is used (its events, its
/// description file, its control requests).
@NullMarked
package dev.signalbox.core.demo;

import org.jspecify.annotations.NullMarked;
