package dev.signalbox.core.metrics;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is remembered of one partition.
final class PartitionTrend {
    private static final long UNKNOWN = -1;

    private long start = UNKNOWN;
    private long end = UNKNOWN;
    private long leastCommitted = Long.MAX_VALUE;
    private @Nullable EndOffsets watched;

    /// It was not there at the last look: all it holds at the first has been produced since.
    void appeared() {
        end = 0;
    }

    /// Takes its offsets in and says how many messages were produced since the last look. None are counted at the first
    /// look, nor when the end went back.
    long look(Instant at, long startNow, long endNow) {
        long before = end;
        start = startNow;
        end = endNow;
        if (watched != null) {
            if (leastCommitted != Long.MAX_VALUE) {
                watched.readTo(leastCommitted);
                leastCommitted = Long.MAX_VALUE;
            }
            watched.look(at, endNow);
        }
        return before == UNKNOWN || endNow < before ? 0 : endNow - before;
    }

    /// A group reads here and is at this offset: from now on it is remembered when the end passes which offset.
    EndOffsets watch(Instant at, long committed) {
        if (watched == null) {
            watched = new EndOffsets();
            if (end != UNKNOWN) {
                watched.look(at, end);
            }
        }
        leastCommitted = Math.min(leastCommitted, committed);
        return watched;
    }

    /// The offset, or the oldest that is still there, if that is later.
    long retained(long offset) {
        return Math.max(offset, start);
    }
}
