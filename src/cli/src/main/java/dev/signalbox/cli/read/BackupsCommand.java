package dev.signalbox.cli.read;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.signalbox.cli.json.Json;
import dev.signalbox.cli.shell.ConsoleCommand;
import dev.signalbox.cli.shell.ExitCode;
import dev.signalbox.cli.shell.Surroundings;
import dev.signalbox.cli.shell.Table;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.Workbench;
import dev.signalbox.core.backup.Backup;
import dev.signalbox.core.problem.ConnectorException;
import java.util.List;
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
            show(workbench.backups().list());
        }
        return ExitCode.OK;
    }

    private void show(List<Backup> backups) {
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
                        Table.Column.text(Words.get("column.profile")));
        for (Backup backup : backups) {
            table.add(
                    backup.id(),
                    backup.destination(),
                    backup.messages(),
                    backup.bytes(),
                    backup.madeAt(),
                    backup.profileId());
        }
        table.lines().forEach(terminal().out()::println);
    }
}
