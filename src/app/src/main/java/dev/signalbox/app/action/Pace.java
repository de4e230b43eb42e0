package dev.signalbox.app.action;

import dev.signalbox.core.gate.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/// How fast an operation gets on.
///
/// @param share of the work that is done, 0 to 1; empty while nobody knows how much there is
/// @param perSecond of the plan's unit, over the whole time so far
/// @param left at that rate, while it runs
public record Pace(
        Duration elapsed, OptionalDouble share, OptionalDouble perSecond, Optional<Duration> left) {
    /// Before that a rate says more about the start than about the work.
    private static final Duration TOO_EARLY = Duration.ofSeconds(1);

    public static Pace of(Run run, Instant now) {
        Operation.State state = run.state();
        Duration elapsed =
                Duration.between(run.operation().startedAt(), state.endedAt().orElse(now));
        OptionalDouble share =
                state.total() > 0
                        ? OptionalDouble.of(Math.min(1, (double) state.done() / state.total()))
                        : OptionalDouble.empty();
        if (state.done() == 0 || elapsed.compareTo(TOO_EARLY) < 0) {
            return new Pace(elapsed, share, OptionalDouble.empty(), Optional.empty());
        }
        double perSecond = state.done() * 1000.0 / elapsed.toMillis();
        long rest = state.total() - state.done();
        Optional<Duration> left =
                run.hasEnded() || rest < 0
                        ? Optional.empty()
                        : Optional.of(Duration.ofMillis(Math.round(rest * 1000 / perSecond)));
        return new Pace(elapsed, share, OptionalDouble.of(perSecond), left);
    }
}
