package dev.signalbox.core.metrics;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is remembered of one group in one partition.
final class PositionTrend {
    private static final long UNKNOWN = -1;

    private long committed = UNKNOWN;
    private Instant lastSeen = Instant.EPOCH;

    /// Since when there is something to read here and nothing is read.
    private @Nullable Instant idleSince;

    /// How an offset changed between two looks.
    record Move(long from, long to) {
        boolean happened() {
            return from != to;
        }
    }

    /// Takes the committed offset in and says how it moved since the last look; not at all at the first.
    ///
    /// @param lagging whether there is something to read
    Move look(Instant at, long committedNow, boolean lagging) {
        Move move = new Move(committed == UNKNOWN ? committedNow : committed, committedNow);
        committed = committedNow;
        lastSeen = at;
        if (!lagging) {
            idleSince = null;
        } else if (move.happened() || idleSince == null) {
            idleSince = at;
        }
        return move;
    }

    boolean standsStill(Instant at, Duration patience) {
        return idleSince != null && Duration.between(idleSince, at).compareTo(patience) >= 0;
    }

    boolean seenAt(Instant at) {
        return lastSeen.equals(at);
    }
}
