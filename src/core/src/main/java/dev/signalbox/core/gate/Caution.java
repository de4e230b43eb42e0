package dev.signalbox.core.gate;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/// How carefully a replay is carried out.
///
/// @param perSecond letters a second at most
/// @param canary so many letters first; the others once those were consumed and none of them died again
/// @param stopAtPercent the replay ends when so many of a hundred letters it has sent died again
/// @param notBefore waits until then, while the console is open, and checks the plan once more
public record Caution(
        OptionalInt perSecond,
        OptionalInt canary,
        OptionalInt stopAtPercent,
        Optional<Instant> notBefore) {
    /// As fast as it goes, whatever comes of it.
    public static final Caution NONE =
            new Caution(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());

    public Caution {
        if (perSecond.orElse(1) < 1 || canary.orElse(1) < 1) {
            throw new IllegalArgumentException("at least one letter: " + perSecond + ", " + canary);
        }
        if (stopAtPercent.orElse(1) < 1 || stopAtPercent.orElse(1) > 100) {
            throw new IllegalArgumentException("not a percentage: " + stopAtPercent);
        }
    }

    /// At once.
    public Caution(OptionalInt perSecond, OptionalInt canary, OptionalInt stopAtPercent) {
        this(perSecond, canary, stopAtPercent, Optional.empty());
    }

    /// The same, not before that time.
    public Caution at(Optional<Instant> time) {
        return new Caution(perSecond, canary, stopAtPercent, time);
    }

    public static Caution ofPace(int perSecond) {
        return new Caution(OptionalInt.of(perSecond), OptionalInt.empty(), OptionalInt.empty());
    }
}
