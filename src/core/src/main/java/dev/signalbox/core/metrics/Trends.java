package dev.signalbox.core.metrics;

import dev.signalbox.core.model.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Works figures out from the successive snapshots of one connection, and keeps their history.
///
/// Used by one thread at a time; only [#history()] is for all.
public final class Trends {
    private static final Duration HISTORY = Duration.ofMinutes(15);
    private static final Duration LONGEST_GAP = Duration.ofMinutes(1);

    private final History history;
    private final Availability connection = new Availability(LONGEST_GAP);

    /// @param interval between polls
    public Trends(Duration interval) {
        this.history = new History(Math.toIntExact(HISTORY.dividedBy(interval)));
    }

    public History history() {
        return history;
    }

    /// Takes a new snapshot in.
    public Derived add(Snapshot snapshot) {
        connection.look(snapshot.takenAt(), true);
        return derived();
    }

    /// Notes a poll that failed: what was derived stays, but for the availability.
    public Derived missed(Instant at) {
        connection.look(at, false);
        return derived();
    }

    private Derived derived() {
        return new Derived(
                Map.of(),
                Map.of(),
                Map.of(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                connection.share());
    }
}
