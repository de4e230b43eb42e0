package dev.signalbox.core.gate;

import dev.signalbox.core.audit.AuditEntry.Event;
import dev.signalbox.core.audit.AuditLog;
import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.port.Action.RestoreBackup;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.Plan.Hazard;
import dev.signalbox.core.port.Plan.Severity;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.text.CoreTexts;
import java.util.Optional;

/// Warns when a backup was restored before: the audit knows.
final class RestoreGuard {
    static final String RESTORED_BEFORE = "restored-before";

    private final AuditLog audit;

    RestoreGuard(AuditLog audit) {
        this.audit = audit;
    }

    Optional<Hazard> hazard(Plan plan) throws ConnectorException {
        if (!(plan.action() instanceof RestoreBackup restore)) {
            return Optional.empty();
        }
        String id = restore.backup().id().toString();
        boolean before =
                audit.any(
                        entry ->
                                entry.event() == Event.INTENT
                                        && entry.action().equals(ActionKind.RESTORE.name())
                                        && id.equals(entry.parameters().get("backup"))
                                        && restore.target()
                                                .equals(entry.parameters().get("target")));
        return before
                ? Optional.of(
                        new Hazard(
                                Severity.DANGER,
                                RESTORED_BEFORE,
                                CoreTexts.get("hazard." + RESTORED_BEFORE)))
                : Optional.empty();
    }
}
