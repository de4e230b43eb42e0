package dev.signalbox.cli.read;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.cli.json.Json;
import dev.signalbox.cli.shell.ConsoleCommand;
import dev.signalbox.cli.shell.ExitCode;
import dev.signalbox.cli.shell.Surroundings;
import dev.signalbox.cli.shell.Table;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.Workbench;
import dev.signalbox.core.audit.AuditEntry;
import dev.signalbox.core.problem.ConnectorException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// What was done, or refused, newest first.
@Command(name = "audit", resourceBundle = Words.BUNDLE)
public class AuditCommand extends ConsoleCommand {
    @Option(names = "--newest", paramLabel = "COUNT", defaultValue = "50")
    private int newest = 50;

    public AuditCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() throws ConnectorException {
        try (Workbench workbench = openWorkbench()) {
            show(workbench.audit().newest(newest));
        }
        return ExitCode.OK;
    }

    private void show(List<AuditEntry> entries) {
        if (output().isJson()) {
            ArrayNode all = Json.array();
            entries.forEach(entry -> all.add(of(entry)));
            output().write(terminal(), all);
            return;
        }
        Table table =
                new Table(
                        Table.Column.text(Words.get("column.time")),
                        Table.Column.text(Words.get("column.event")),
                        Table.Column.text(Words.get("column.action")),
                        Table.Column.text(Words.get("column.target")),
                        Table.Column.text(Words.get("column.operator")),
                        Table.Column.text(Words.get("column.profile")),
                        Table.Column.text(Words.get("column.details")));
        for (AuditEntry entry : entries) {
            table.add(
                    entry.at(),
                    entry.event(),
                    entry.action(),
                    entry.parameters().getOrDefault("target", ""),
                    entry.operator() + "@" + entry.host(),
                    entry.profileId(),
                    new TreeMap<>(entry.details()));
        }
        table.lines().forEach(terminal().out()::println);
    }

    private static ObjectNode of(AuditEntry entry) {
        ObjectNode node = Json.object();
        node.put("at", entry.at().toString());
        node.put("event", entry.event().name());
        node.put("actionId", entry.actionId().toString());
        node.put("operator", entry.operator());
        node.put("host", entry.host());
        node.put("profile", entry.profileId());
        node.put("clusterId", entry.clusterId());
        node.put("action", entry.action());
        put(node.putObject("parameters"), entry.parameters());
        put(node.putObject("details"), entry.details());
        return node;
    }

    private static void put(ObjectNode node, Map<String, String> values) {
        new TreeMap<>(values).forEach(node::put);
    }
}
