package dev.signalbox.cli.read;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.signalbox.cli.json.Json;
import dev.signalbox.cli.shell.ConsoleCommand;
import dev.signalbox.cli.shell.ExitCode;
import dev.signalbox.cli.shell.Surroundings;
import dev.signalbox.cli.shell.Table;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.Workbench;
import dev.signalbox.core.gate.UnfinishedReplay;
import dev.signalbox.core.problem.ConnectorException;
import java.util.List;
import picocli.CommandLine.Command;

/// Replays that have letters left: cut off, stopped, or with some left out. Newest first.
@Command(name = "list", resourceBundle = Words.BUNDLE)
public final class OperationsCommand extends ConsoleCommand {
    public OperationsCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() throws ConnectorException {
        try (Workbench workbench = openWorkbench()) {
            show(workbench.actions().unfinished());
        }
        return ExitCode.OK;
    }

    private void show(List<UnfinishedReplay> replays) {
        if (output().isJson()) {
            ArrayNode all = Json.array();
            for (UnfinishedReplay replay : replays) {
                all.addObject()
                        .put("id", replay.id().toString())
                        .put("profile", replay.plan().profile())
                        .put("clusterId", replay.plan().clusterId())
                        .put("destination", replay.plan().target())
                        .put("begunAt", replay.plan().madeAt().toString())
                        .put("left", replay.plan().count());
            }
            output().write(terminal(), all);
            return;
        }
        Table table =
                new Table(
                        Table.Column.text(Words.get("column.replay")),
                        Table.Column.text(Words.get("column.destination")),
                        Table.Column.figure(Words.get("column.left")),
                        Table.Column.text(Words.get("column.time")),
                        Table.Column.text(Words.get("column.profile")));
        for (UnfinishedReplay replay : replays) {
            table.add(
                    replay.id(),
                    replay.plan().target(),
                    replay.plan().count(),
                    replay.plan().madeAt(),
                    replay.plan().profile());
        }
        table.lines().forEach(terminal().out()::println);
    }
}
