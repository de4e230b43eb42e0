package dev.signalbox.cli.read;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.signalbox.cli.json.Json;
import dev.signalbox.cli.shell.ConsoleCommand;
import dev.signalbox.cli.shell.ExitCode;
import dev.signalbox.cli.shell.Figures;
import dev.signalbox.cli.shell.Surroundings;
import dev.signalbox.cli.shell.Table;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.Workbench;
import dev.signalbox.core.backup.Backup;
import dev.signalbox.core.problem.ConnectorException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;

/// What was removed and can be brought back, newest first.
@Command(name = "backups", resourceBundle = Words.BUNDLE)
public final class BackupsCommand extends ConsoleCommand {
    public BackupsCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() throws ConnectorException {
        try (Workbench workbench = openWorkbench()) {
            show(workbench.backups().list(), workbench.retention().backups());
        }
        return ExitCode.OK;
    }

    /// @param keep after which they expire
    private void show(List<Backup> backups, Optional<Duration> keep) {
        if (output().isJson()) {
            ArrayNode all = Json.array();
            for (Backup backup : backups) {
                all.addObject()
                        .put("id", backup.id().toString())
                        .put("profile", backup.profileId())
                        .put("clusterId", backup.clusterId())
                        .put("destination", backup.destination())
                        .put("madeAt", backup.madeAt().toString())
                        .put("messages", backup.messages())
                        .put("bytes", backup.bytes())
                        .put("complete", backup.complete())
                        .put("expires", expires(backup, keep).map(Instant::toString).orElse(null))
                        .put("file", backup.file().toString());
            }
            output().write(terminal(), all);
            return;
        }
        Table table =
                new Table(
                        Table.Column.text(Words.get("column.backup")),
                        Table.Column.text(Words.get("column.destination")),
                        Table.Column.figure(Words.get("column.messages")),
                        Table.Column.figure(Words.get("column.bytes")),
                        Table.Column.text(Words.get("column.time")),
                        Table.Column.figure(Words.get("column.age")),
                        Table.Column.text(Words.get("column.expires")),
                        Table.Column.text(Words.get("column.profile")));
        for (Backup backup : backups) {
            table.add(
                    backup.id(),
                    backup.destination(),
                    backup.messages(),
                    backup.bytes(),
                    backup.madeAt(),
                    Figures.of(Duration.between(backup.madeAt(), now())),
                    expires(backup, keep)
                            .map(Instant::toString)
                            .orElse(Words.get("backup.neverExpires")),
                    backup.profileId());
        }
        table.lines().forEach(terminal().out()::println);
    }

    private Instant now() {
        return surroundings().clock().instant();
    }

    private static Optional<Instant> expires(Backup backup, Optional<Duration> keep) {
        return keep.map(backup.madeAt()::plus);
    }
}
