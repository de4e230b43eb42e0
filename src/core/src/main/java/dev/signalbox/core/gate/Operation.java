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

    /// How carefully it is carried out.
    Caution caution();

    /// Whether it can be paused: replays can, as long as they run.
    boolean canPause();

    /// Whether it is paused, or will be after the batch that is under way.
    boolean isPausing();

    /// Asks it to stand still between two batches, holding nothing open that others wait for. Returns at once.
    void pause();

    /// Lets it go on. Returns at once.
    void resume();

    /// What has become of the letters it sent, as it was seen last; empty for what is no replay.
    Optional<Aftermath> aftermath();

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
        /// It waits for its time. Needs the console to stay open.
        SCHEDULED,
        RUNNING,
        /// It stands still until it is told to go on.
        PAUSED,
        SUCCEEDED,
        PARTIAL,
        FAILED,
        CANCELLED;

        public boolean hasEnded() {
            return switch (this) {
                case SCHEDULED, RUNNING, PAUSED -> false;
                case SUCCEEDED, PARTIAL, FAILED, CANCELLED -> true;
            };
        }
    }
}
