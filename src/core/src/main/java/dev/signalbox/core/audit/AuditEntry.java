package dev.signalbox.core.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// One line of the audit.
///
/// @param operator name of the operating-system user
/// @param host where the console ran
/// @param profileId connection
/// @param clusterId server
/// @param action its [dev.signalbox.core.model.ActionKind] name; empty where the event is none of an action
/// @param parameters names and counts, never payloads or secrets
/// @param details planned and done counts, result, problem
public record AuditEntry(
        Instant at,
        Event event,
        UUID actionId,
        String operator,
        String host,
        String profileId,
        String clusterId,
        String action,
        Map<String, String> parameters,
        Map<String, String> details) {

    public AuditEntry {
        parameters = Map.copyOf(parameters);
        details = Map.copyOf(details);
    }

    public enum Event {
        /// Written and flushed before anything is changed. One without an outcome means a crash in between.
        INTENT,
        OUTCOME,
        REFUSED,
        /// A read-only connection may be changed until the time in the details, for the reason there.
        UNLOCKED,
        /// That was ended before its time.
        LOCKED
    }
}
