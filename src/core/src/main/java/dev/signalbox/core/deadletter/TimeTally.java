package dev.signalbox.core.deadletter;

import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;

/// Counts letters by time, in a memory that does not grow with them: when there are too many slots, all of them get
/// twice as wide.
final class TimeTally {
    private static final int MOST_SLOTS = 64;

    private Duration width = Timeline.NARROWEST;
    private TreeMap<Instant, Long> counts = new TreeMap<>();

    void add(Instant at) {
        counts.merge(Timeline.begin(at, width), 1L, Long::sum);
        while (counts.size() > MOST_SLOTS) {
            width = width.multipliedBy(2);
            counts = new TreeMap<>(timeline().inSlotsOf(width).counts());
        }
    }

    Timeline timeline() {
        return new Timeline(width, counts);
    }
}
