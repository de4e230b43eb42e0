package dev.signalbox.cli.read;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.cli.json.Json;
import dev.signalbox.cli.shell.ConnectedCommand;
import dev.signalbox.cli.shell.Failure;
import dev.signalbox.cli.shell.Session;
import dev.signalbox.cli.shell.Surroundings;
import dev.signalbox.cli.shell.Table;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.port.Details;
import dev.signalbox.core.port.Details.Sheet;
import dev.signalbox.core.port.Subject;
import dev.signalbox.core.problem.ConnectorException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/// What a broker consists of: nodes, virtual hosts, exchanges, bindings, connections, consumers.
@Command(name = "server", resourceBundle = Words.BUNDLE)
public final class ServerCommand extends ConnectedCommand {
    public ServerCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() throws Failure, ConnectorException, InterruptedException {
        try (Session session = openToRead()) {
            List<String> lines = new ArrayList<>();
            ArrayNode json = Json.array();
            for (ConnectionState state : session.states()) {
                if (state.snapshot().isPresent()) {
                    Details details =
                            session.workbench()
                                    .connections()
                                    .reader(state.profile().id())
                                    .inspect(new Subject.OfServer());
                    if (details instanceof Details.ServerDetails(List<Sheet> sheets)) {
                        sheets.forEach(sheet -> write(lines, sheet));
                        sheets.forEach(
                                sheet ->
                                        json.add(json(sheet).put("profile", state.profile().id())));
                    }
                }
            }
            if (output().isJson()) {
                output().write(terminal(), json);
            } else {
                write(session, lines);
            }
            return failedOrOk(session);
        }
    }

    private static void write(List<String> lines, Sheet sheet) {
        lines.add(Words.get("server.sheet", sheet.title(), sheet.rows().size()));
        sheet.missing().ifPresent(problem -> lines.add("  " + problem.summary()));
        if (!sheet.rows().isEmpty()) {
            Table table =
                    new Table(
                            sheet.columns().stream()
                                    .map(Table.Column::text)
                                    .toArray(Table.Column[]::new));
            sheet.rows().forEach(row -> table.add(row.toArray()));
            lines.addAll(table.lines());
        }
        lines.add("");
    }

    private static ObjectNode json(Sheet sheet) {
        ObjectNode node = Json.object().put("title", sheet.title());
        sheet.missing().ifPresent(problem -> node.set("missing", Json.of(problem)));
        ArrayNode rows = node.putArray("rows");
        for (List<String> row : sheet.rows()) {
            ObjectNode each = rows.addObject();
            for (int i = 0; i < row.size(); i++) {
                each.put(sheet.columns().get(i), row.get(i));
            }
        }
        return node;
    }
}
