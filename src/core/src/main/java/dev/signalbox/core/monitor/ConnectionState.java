package dev.signalbox.core.monitor;

import dev.signalbox.core.metrics.Derived;
import dev.signalbox.core.model.Snapshot;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.profile.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// All that is known of one connection: what a face shows.
///
/// A failed poll changes `phase` and `problem` and keeps the last good snapshot, which ages.
///
/// @param snapshot the last one read; empty until the first
/// @param derived figures worked out from the snapshots so far
/// @param problem why the last poll failed; empty while `LIVE`
/// @param lastTried when the last poll began; empty before the first
public record ConnectionState(
        Profile profile,
        Phase phase,
        Optional<Snapshot> snapshot,
        Derived derived,
        Optional<Problem> problem,
        Optional<Instant> lastTried) {

    public enum Phase {
        /// The first poll is under way.
        CONNECTING,
        /// The last poll succeeded.
        LIVE,
        /// The last poll failed for a reason that may pass; what is shown is old.
        STALE,
        /// It fails until somebody changes something: credentials, rights, address.
        FAILED,
        CLOSED
    }

    /// The same of a connection that is described like this.
    ConnectionState with(Profile amended) {
        return new ConnectionState(amended, phase, snapshot, derived, problem, lastTried);
    }

    /// How old the snapshot is at `now`.
    public Optional<Duration> age(Instant now) {
        return snapshot.map(known -> Duration.between(known.takenAt(), now));
    }
}
