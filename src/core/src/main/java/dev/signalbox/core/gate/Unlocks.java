package dev.signalbox.core.gate;

import dev.signalbox.core.audit.AuditLog;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.monitor.Connections;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.profile.Access;
import dev.signalbox.core.profile.Profile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Unlocks read-only connections for a while: the gate asks here, whichever face does.
///
/// Lives as long as the console. What was begun while a connection was unlocked may end after it; nothing new begins.
public final class Unlocks {
    public static final Duration LONGEST = Duration.ofHours(8);

    private final Connections connections;
    private final AuditTrail audit;
    private final Clock clock;
    private final Map<String, Unlock> unlocked = new ConcurrentHashMap<>();

    /// @param operator who sits at `host`
    public Unlocks(
            Connections connections, AuditLog audit, String operator, String host, Clock clock) {
        this.connections = connections;
        this.audit = new AuditTrail(audit, clock, new AuditTrail.Operator(operator, host));
        this.clock = clock;
    }

    /// Unlocks an open connection from now on. Another unlock of it is replaced. Blocks for the audit.
    ///
    /// @param reason why; goes into the audit, and may not be blank
    /// @throws ConnectorException `NOT_FOUND` when it is not open, `INVALID` without a reason or for too long, and
    ///     when the audit cannot be written: then it stays locked
    public Unlock unlock(String profileId, Duration span, String reason) throws ConnectorException {
        Profile profile = openProfile(profileId);
        if (reason.isBlank()) {
            throw GateProblems.noReason(profile.name());
        }
        if (!span.isPositive() || span.compareTo(LONGEST) > 0) {
            throw GateProblems.unlockTooLong(LONGEST.toHours());
        }
        Instant now = clock.instant();
        Unlock unlock = new Unlock(profile, now.plus(span), reason.strip());
        audit.unlocked(unlock);
        unlocked.put(profileId, unlock);
        return unlock;
    }

    /// Ends an unlock early; without one, nothing happens. It is locked also when that could not be written down.
    public void lock(String profileId) throws ConnectorException {
        Unlock ended = unlocked.remove(profileId);
        if (ended != null && isRunning(ended)) {
            audit.locked(ended.profile());
        }
    }

    /// The unlock of an open connection that has not ended by now.
    public Optional<Unlock> of(String profileId) {
        return connections.state(profileId).map(ConnectionState::profile).flatMap(this::runningFor);
    }

    /// Whether the profile may be written to, by itself or for a while.
    boolean allowChanges(Profile profile) {
        return profile.access() == Access.READ_WRITE || runningFor(profile).isPresent();
    }

    private Optional<Unlock> runningFor(Profile profile) {
        return Optional.ofNullable(unlocked.get(profile.id()))
                .filter(unlock -> unlock.profile().equals(profile))
                .filter(this::isRunning);
    }

    private boolean isRunning(Unlock unlock) {
        return clock.instant().isBefore(unlock.until());
    }

    private Profile openProfile(String profileId) throws ConnectorException {
        return connections
                .state(profileId)
                .map(ConnectionState::profile)
                .orElseThrow(() -> GateProblems.notOpen(profileId));
    }
}
