package dev.signalbox.cli.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.cli.json.Json;
import dev.signalbox.cli.shell.Figures;
import dev.signalbox.cli.shell.Output;
import dev.signalbox.cli.shell.Table;
import dev.signalbox.cli.shell.Terminal;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.demo.DemoState;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// Shows how the demo is doing.
final class StatePrinter {
    private final Terminal terminal;
    private final Output output;

    StatePrinter(Terminal terminal, Output output) {
        this.terminal = terminal;
        this.output = output;
    }

    void print(DemoState state) {
        if (output.isJson()) {
            output.write(terminal, json(state));
        } else {
            lines(state).forEach(terminal.out()::println);
        }
    }

    private static List<String> lines(DemoState state) {
        List<String> lines = new ArrayList<>(brief(state));
        Table parts =
                new Table(
                        Table.Column.text(Words.get("column.part")),
                        Table.Column.text(Words.get("column.state")),
                        Table.Column.figure(Words.get("column.process")),
                        Table.Column.figure(Words.get("column.restarts")));
        for (DemoState.Part part : state.parts()) {
            parts.add(
                    part.name(),
                    part.state(),
                    part.pid().isPresent() ? part.pid().getAsLong() : "-",
                    part.restarts());
        }
        lines.add("");
        lines.addAll(parts.lines());
        return lines;
    }

    /// Traffic and incidents, a line each.
    static List<String> brief(DemoState state) {
        DemoState.Traffic traffic = state.traffic();
        List<String> lines = new ArrayList<>();
        lines.add(
                Words.get(
                        "demo.traffic",
                        traffic.ordersPerSecond(),
                        figure(traffic.placed()),
                        figure(traffic.completed()),
                        figure(traffic.failed()),
                        figure(traffic.hung())));
        List<String> on =
                state.incidents().stream()
                        .filter(DemoState.Incident::on)
                        .map(DemoState.Incident::name)
                        .toList();
        lines.add(Words.get("demo.incidents", on.isEmpty() ? "-" : String.join(", ", on)));
        return lines;
    }

    /// In a sentence a dash would not be understood.
    private static String figure(OptionalLong value) {
        return value.isPresent() ? Figures.of(value) : Words.get("demo.unknown");
    }

    static ObjectNode json(DemoState state) {
        ObjectNode node = Json.object();
        for (DemoState.Part part : state.parts()) {
            ObjectNode each = node.withArray("parts").addObject();
            each.put("name", part.name());
            each.put("state", part.state().name());
            part.pid().ifPresent(pid -> each.put("pid", pid));
            Json.putText(each, "since", part.since());
            each.put("restarts", part.restarts());
        }
        for (DemoState.Incident incident : state.incidents()) {
            ObjectNode each = node.withArray("incidents").addObject();
            each.put("name", incident.name());
            each.put("on", incident.on());
            incident.remaining().ifPresent(left -> each.put("remaining", left));
        }
        ObjectNode traffic = node.putObject("traffic");
        traffic.put("ordersPerSecond", state.traffic().ordersPerSecond());
        Json.put(traffic, "placed", state.traffic().placed());
        Json.put(traffic, "completed", state.traffic().completed());
        Json.put(traffic, "failed", state.traffic().failed());
        Json.put(traffic, "hung", state.traffic().hung());
        return node;
    }
}
