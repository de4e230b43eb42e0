package dev.signalbox.core.gate;

import dev.signalbox.core.audit.AuditEntry;
import dev.signalbox.core.audit.AuditEntry.Event;
import dev.signalbox.core.audit.AuditLog;
import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.problem.ConnectorException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How fast replays went, as the audit tells.
final class Speeds {
    private static final int LOOKED_AT = 200;

    /// Fewer are over before they are up to speed.
    private static final long LETTERS = 1_000;

    /// What holds a replay back, in the details of its intent.
    private static final Set<String> HELD_BACK =
            Set.of("rate", "canary", "stop at percent", "not before");

    private final AuditLog audit;

    Speeds(AuditLog audit) {
        this.audit = audit;
    }

    /// Of the last one on this server.
    Optional<Speed> lastOn(String clusterId) throws ConnectorException {
        List<AuditEntry> newest = audit.newest(LOOKED_AT);
        return newest.stream()
                .filter(entry -> entry.event() == Event.OUTCOME)
                .filter(entry -> entry.action().equals(ActionKind.REPLAY.name()))
                .filter(entry -> entry.clusterId().equals(clusterId))
                .filter(entry -> done(entry) >= LETTERS)
                .flatMap(outcome -> speed(newest, outcome).stream())
                .findFirst();
    }

    private static Optional<Speed> speed(List<AuditEntry> newest, AuditEntry outcome) {
        return newest.stream()
                .filter(entry -> entry.event() == Event.INTENT)
                .filter(entry -> entry.actionId().equals(outcome.actionId()))
                .filter(entry -> entry.details().keySet().stream().noneMatch(HELD_BACK::contains))
                .findFirst()
                .map(intent -> Duration.between(intent.at(), outcome.at()))
                .filter(Duration::isPositive)
                .map(took -> of(done(outcome), took, Speed.Basis.LAST_REPLAY));
    }

    private static long done(AuditEntry outcome) {
        try {
            return Long.parseLong(outcome.details().getOrDefault("done", "0"));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /// @param letters more than 0
    static Speed of(long letters, Duration took, Speed.Basis basis) {
        return new Speed(letters * 1e9 / Math.max(1, took.toNanos()), basis);
    }
}
