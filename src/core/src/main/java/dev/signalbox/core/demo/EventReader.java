package dev.signalbox.core.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Optional;

/// Reads one line of the supervisor's output.
final class EventReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private EventReader() {}

    /// What cannot be understood is kept as it is: a newer supervisor may tell more.
    static DemoEvent read(String line) {
        JsonNode event;
        try {
            event = JSON.readTree(line);
        } catch (JsonProcessingException _) {
            return new DemoEvent.Other(line);
        }
        String part = event.path("part").asText("");
        return switch (event.path("event").asText("")) {
            case "starting" -> new DemoEvent.Starting(part);
            case "ready" -> new DemoEvent.Ready(part, took(event));
            case "failed" -> new DemoEvent.Failed(part, event.path("reason").asText(""));
            case "up" -> new DemoEvent.Up(took(event));
            case "down" -> new DemoEvent.Down(part, event.path("reason").asText(""));
            case "incident" ->
                    new DemoEvent.IncidentSwitched(
                            event.path("name").asText(""), event.path("on").asBoolean());
            case "stopping" -> new DemoEvent.Stopping(optional(part));
            case "stopped" -> new DemoEvent.Stopped(optional(part));
            default -> new DemoEvent.Other(line);
        };
    }

    private static Duration took(JsonNode event) {
        return Duration.ofMillis(event.path("tookMillis").asLong());
    }

    private static Optional<String> optional(String part) {
        return part.isEmpty() ? Optional.empty() : Optional.of(part);
    }
}
