package dev.signalbox.core.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// Counts something that goes on happening, and tells how much of it happened lately.
///
/// Holds one running total for each look, as far back as the longest window reaches.
final class Tally {
    private static final int FIRST_SIZE = 8;

    private final Duration longestWindow;
    private long[] times = new long[FIRST_SIZE];
    private long[] totals = new long[FIRST_SIZE];
    private int size;

    Tally(Duration longestWindow) {
        this.longestWindow = longestWindow;
    }

    /// @param amount of what happened since the last look; means nothing at the first look after a [#restart()]
    void add(Instant at, long amount) {
        long now = at.toEpochMilli();
        if (size > 0 && times[size - 1] >= now) {
            restart();
        }
        forget(now - longestWindow.toMillis());
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            totals = Arrays.copyOf(totals, 2 * size);
        }
        times[size] = now;
        totals[size] = size == 0 ? 0 : totals[size - 1] + amount;
        size++;
    }

    /// Forgets it all: what happened between the last look and the next is not known.
    void restart() {
        size = 0;
    }

    /// How much happened each second over the window, or over what is known of it; empty when that is less than
    /// `least`.
    OptionalDouble perSecond(Duration window, Duration least) {
        int from = begin(window);
        if (from < 0 || span(from) < Math.max(1, least.toMillis())) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of((totals[size - 1] - totals[from]) * 1000.0 / span(from));
    }

    /// How much happened in the window; empty when less than `least` of it is known.
    OptionalLong sum(Duration window, Duration least) {
        int from = begin(window);
        if (from < 0 || span(from) < Math.max(1, least.toMillis())) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(totals[size - 1] - totals[from]);
    }

    /// Looks it holds.
    int size() {
        return size;
    }

    /// The newest look that is as old as the window, or the oldest there is; -1 when there is none.
    private int begin(Duration window) {
        int from = size - 1;
        while (from > 0 && times[size - 1] - times[from] < window.toMillis()) {
            from--;
        }
        return from;
    }

    private long span(int from) {
        return times[size - 1] - times[from];
    }

    /// Drops looks that no window reaches any more: all before the newest that is not after `before`.
    private void forget(long before) {
        int drop = 0;
        while (drop + 1 < size && times[drop + 1] <= before) {
            drop++;
        }
        if (drop > 0) {
            System.arraycopy(times, drop, times, 0, size - drop);
            System.arraycopy(totals, drop, totals, 0, size - drop);
            size -= drop;
        }
    }
}
