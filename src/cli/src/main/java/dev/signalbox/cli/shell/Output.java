package dev.signalbox.cli.shell;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.cli.json.Json;
import picocli.CommandLine.Option;

/// How a command writes its result: as text for people or as JSON for programs.
public final class Output {
    @Option(names = "--json")
    private boolean json;

    public boolean isJson() {
        return json;
    }

    /// Writes the one JSON value that is the result.
    public void write(Terminal terminal, JsonNode value) {
        terminal.out().println(Json.pretty(value));
        terminal.out().flush();
    }
}
