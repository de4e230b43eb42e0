/// Figures derived from successive snapshots.
@NullMarked
package dev.signalbox.core.metrics;

import org.jspecify.annotations.NullMarked;
