package dev.signalbox.core.backup;

import dev.signalbox.core.audit.AuditEntry;
import dev.signalbox.core.audit.AuditEntry.Event;
import dev.signalbox.core.audit.AuditLog;
import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.problem.ConnectorException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Removes backups that are older than they are to be kept, each with its lines in the audit.
///
/// One that is being restored stays, and so does one whose restore was cut off: the audit knows of its beginning, and not of
/// its end.
public final class BackupExpiry {
    /// What it is called in the audit.
    public static final String ACTION = "EXPIRE_BACKUP";

    private final BackupStore store;
    private final AuditLog audit;
    private final Clock clock;
    private final String operator;
    private final String host;

    public BackupExpiry(
            BackupStore store, AuditLog audit, Clock clock, String operator, String host) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.operator = operator;
        this.host = host;
    }

    /// Those that would go now, oldest first. Changes nothing.
    public List<Backup> due(Duration keep) throws ConnectorException {
        Instant before = clock.instant().minus(keep);
        Set<String> needed = beingRestored();
        List<Backup> due = new ArrayList<>();
        for (Backup backup : store.list().reversed()) {
            if (newest(backup).isBefore(before) && !needed.contains(backup.id().toString())) {
                due.add(backup);
            }
        }
        return List.copyOf(due);
    }

    /// Removes them.
    ///
    /// @return those that are gone
    /// @throws ConnectorException when the audit cannot be written, or a file cannot be removed; those before it are gone
    public List<Backup> expire(Duration keep) throws ConnectorException {
        List<Backup> gone = new ArrayList<>();
        for (Backup backup : due(keep)) {
            UUID id = UUID.randomUUID();
            write(Event.INTENT, id, backup, Map.of("keep", keep.toDays() + "d"));
            try {
                Files.deleteIfExists(backup.file());
            } catch (IOException e) {
                ConnectorException problem = BackupProblems.cannotRemove(backup.file(), e);
                write(
                        Event.OUTCOME,
                        id,
                        backup,
                        Map.of("result", "FAILED", "summary", problem.problem().summary()));
                throw problem;
            }
            write(Event.OUTCOME, id, backup, Map.of("result", "SUCCEEDED", "done", "1"));
            gone.add(backup);
        }
        return List.copyOf(gone);
    }

    /// When it was made or last written to, whichever is later: clocks go wrong, and files are copied.
    private static Instant newest(Backup backup) throws ConnectorException {
        try {
            Instant written = Files.getLastModifiedTime(backup.file()).toInstant();
            return written.isAfter(backup.madeAt()) ? written : backup.madeAt();
        } catch (IOException e) {
            throw BackupProblems.cannotRead(backup.file(), e);
        }
    }

    /// Ids of backups whose last restore has begun and not ended.
    private Set<String> beingRestored() throws ConnectorException {
        Set<String> open = new HashSet<>();
        audit.any(
                entry -> {
                    String backup = entry.parameters().get("backup");
                    if (backup != null && entry.action().equals(ActionKind.RESTORE.name())) {
                        switch (entry.event()) {
                            case INTENT -> open.add(backup);
                            case OUTCOME -> open.remove(backup);
                            case REFUSED, UNLOCKED, LOCKED -> {
                                // It never began.
                            }
                        }
                    }
                    return false;
                });
        return open;
    }

    private void write(Event event, UUID id, Backup backup, Map<String, String> details)
            throws ConnectorException {
        audit.append(
                new AuditEntry(
                        clock.instant(),
                        event,
                        id,
                        operator,
                        host,
                        backup.profileId(),
                        backup.clusterId(),
                        ACTION,
                        Map.of(
                                "target",
                                backup.destination(),
                                "backup",
                                backup.id().toString(),
                                "madeAt",
                                backup.madeAt().toString(),
                                "messages",
                                Long.toString(backup.messages()),
                                "bytes",
                                Long.toString(backup.bytes())),
                        details));
    }
}
