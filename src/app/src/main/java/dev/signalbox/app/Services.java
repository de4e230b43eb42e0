package dev.signalbox.app;

import dev.signalbox.core.Workbench;
import dev.signalbox.core.audit.AuditLog;
import dev.signalbox.core.backup.BackupStore;
import dev.signalbox.core.deadletter.CauseNotes;
import dev.signalbox.core.gate.ActionService;
import dev.signalbox.core.gate.Unlocks;
import dev.signalbox.core.ledger.ReplayHistory;
import dev.signalbox.core.monitor.Connections;
import dev.signalbox.core.port.ConnectorProvider;
import dev.signalbox.core.profile.Folders;
import dev.signalbox.core.profile.ProfileStore;
import dev.signalbox.core.secret.Secrets;
import java.time.Clock;
import java.util.List;

/// What the window takes from core.
public record Services(
        Connections connections,
        ActionService actions,
        ProfileStore profiles,
        BackupStore backups,
        AuditLog audit,
        ReplayHistory replays,
        CauseNotes causeNotes,
        Unlocks unlocks,
        Secrets secrets,
        List<ConnectorProvider> adapters,
        Folders folders,
        Clock clock) {

    public Services {
        adapters = List.copyOf(adapters);
    }

    public static Services of(Workbench workbench, Folders folders, Clock clock) {
        return new Services(
                workbench.connections(),
                workbench.actions(),
                workbench.profiles(),
                workbench.backups(),
                workbench.audit(),
                workbench.replays(),
                workbench.causeNotes(),
                workbench.unlocks(),
                workbench.secrets(),
                workbench.adapters(),
                folders,
                clock);
    }
}
