package dev.signalbox.core.gate;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.LongSupplier;

/// Spreads batches so that no second sees more letters than allowed. What was not sent in time is not caught up.
///
/// Not thread-safe.
final class Pace {
    private static final int BATCHES_A_SECOND = 4;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final OptionalInt perSecond;
    private final LongSupplier nanos;
    private long due;

    /// @param nanos a clock that never goes back
    Pace(OptionalInt perSecond, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.nanos = nanos;
        this.due = nanos.getAsLong();
    }

    int largestBatch() {
        return perSecond.isPresent()
                ? Math.max(1, perSecond.getAsInt() / BATCHES_A_SECOND)
                : Integer.MAX_VALUE;
    }

    /// How long until the next batch may go, in nanoseconds; none or less when it may.
    long untilDue() {
        return perSecond.isPresent() ? due - nanos.getAsLong() : 0;
    }

    /// A batch goes now.
    void take(int letters) {
        if (perSecond.isPresent()) {
            long now = nanos.getAsLong();
            due = Math.max(due, now) + Math.ceilDiv(letters * SECOND, perSecond.getAsInt());
        }
    }
}
