package dev.signalbox.core.metrics;

import java.time.Instant;

/// One figure at one time.
public record Point(Instant at, double value) {}
