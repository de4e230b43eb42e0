package dev.signalbox.core.gate;

import java.time.Duration;

/// How fast a replay may go: no more than a measured guess.
///
/// @param perSecond letters, more than 0
public record Speed(double perSecond, Basis basis) {
    /// What it is guessed by.
    public enum Basis {
        /// The last replay of any size on this server that nothing held back.
        LAST_REPLAY,
        /// The time that looking at the letters took. They are read once more, and sent.
        READING
    }

    /// About how long so many letters take, in whole seconds. With a pace that is slower, not less than that.
    public Duration of(long letters, Caution caution) {
        double slowest = Math.min(perSecond, caution.perSecond().orElse(Integer.MAX_VALUE));
        return Duration.ofSeconds((long) Math.max(1, Math.ceil(letters / slowest)));
    }

    /// Whether the pace that the operator wants is what decides.
    public boolean isHeldBackBy(Caution caution) {
        return caution.perSecond().orElse(Integer.MAX_VALUE) < perSecond;
    }
}
