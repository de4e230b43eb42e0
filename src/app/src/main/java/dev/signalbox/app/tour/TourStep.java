package dev.signalbox.app.tour;

import java.util.Optional;

/// What the tour has one do, in this order.
public enum TourStep {
    /// A dead letter is replayed.
    REPLAY,
    /// A transaction that hangs is rolled back.
    ROLL_BACK,
    /// A group that lags drains.
    DRAIN;

    /// The one after it; empty after the last.
    Optional<TourStep> next() {
        return switch (this) {
            case REPLAY -> Optional.of(ROLL_BACK);
            case ROLL_BACK -> Optional.of(DRAIN);
            case DRAIN -> Optional.empty();
        };
    }

    /// Which one it is, from 1.
    int number() {
        return switch (this) {
            case REPLAY -> 1;
            case ROLL_BACK -> 2;
            case DRAIN -> 3;
        };
    }
}
