package dev.signalbox.core.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// The share of the observed time that something was there.
///
/// Half of the time between two looks counts for either of them. A gap longer than `longestGap` was not observed: the
/// machine slept.
final class Availability {
    private final Duration longestGap;
    private @Nullable Instant lastLook;
    private boolean wasUp;
    private double up;
    private double observed;

    Availability(Duration longestGap) {
        this.longestGap = longestGap;
    }

    void look(Instant at, boolean isUp) {
        if (lastLook != null) {
            Duration since = Duration.between(lastLook, at);
            if (since.isPositive() && since.compareTo(longestGap) <= 0) {
                double seconds = Seconds.of(since);
                observed += seconds;
                up += seconds * ((wasUp ? 0.5 : 0) + (isUp ? 0.5 : 0));
            }
        }
        lastLook = at;
        wasUp = isUp;
    }

    /// Nobody looks for a while: the time until the next look is not observed.
    void lookAway() {
        lastLook = null;
    }

    /// 0 to 1; empty before the second look.
    OptionalDouble share() {
        return observed > 0 ? OptionalDouble.of(up / observed) : OptionalDouble.empty();
    }
}
