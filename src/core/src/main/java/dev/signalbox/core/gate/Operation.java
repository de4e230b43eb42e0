package dev.signalbox.core.gate;

import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.profile.Profile;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A plan being carried out.
public interface Operation {
    UUID id();

    Profile profile();

    Plan plan();

    Instant startedAt();

    State state();

    /// Asks it to stop between two batches. Returns at once.
    void cancel();

    /// Waits until it has ended and returns its last state.
    State await() throws InterruptedException;

    /// Where it is.
    ///
    /// @param done of the plan's unit
    /// @param total as planned
    /// @param outcome once it has ended with one
    /// @param problem while it runs, what it waits for; once it has ended, why nothing was done
    record State(
            Status status,
            long done,
            long total,
            Optional<Outcome> outcome,
            Optional<Problem> problem,
            Optional<Instant> endedAt) {}

    enum Status {
        RUNNING,
        SUCCEEDED,
        PARTIAL,
        FAILED,
        CANCELLED;

        public boolean hasEnded() {
            return this != RUNNING;
        }
    }
}
