package dev.signalbox.rabbitmq;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.core.port.Details;
import dev.signalbox.core.port.Details.DestinationDetails;
import dev.signalbox.core.port.Details.GroupDetails;
import dev.signalbox.core.port.Details.Member;
import dev.signalbox.core.port.Subject;
import dev.signalbox.core.problem.ConnectorException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Reads what a poll leaves out: everything the management API tells of the one queue that is open.
final class Inspector {
    private final Server server;
    private final ServerSheets sheets;

    Inspector(Server server) {
        this.server = server;
        this.sheets = new ServerSheets(new SheetReader(server.api(), server.names()));
    }

    Details inspect(Subject subject) throws ConnectorException, InterruptedException {
        return switch (subject) {
            case Subject.OfGroup(String group) -> consumers(read(group));
            case Subject.OfDestination(String destination) -> {
                Map<String, String> settings = settings(read(destination));
                looksLeft(server.facts(destination), settings);
                yield new DestinationDetails(
                        settings,
                        List.of(
                                sheets.bindings(
                                        "/queues/"
                                                + server.names().key(destination).path()
                                                + "/bindings")),
                        look(server.facts(destination)));
            }
            case Subject.OfServer() -> new Details.ServerDetails(sheets.all());
        };
    }

    /// What a look does to a queue, on this version and this kind of queue.
    private Optional<String> look(QueueFacts queue) throws InterruptedException {
        if (queue.isStream()) {
            return Optional.of(RabbitTexts.get("look.stream"));
        }
        try {
            OptionalLong left = server.limits().left(queue, server.version());
            if (left.isPresent()) {
                return Optional.of(RabbitTexts.get("look.limited", left.getAsLong()));
            }
            return Optional.of(RabbitTexts.get(queue.isQuorum() ? "look.quorum" : "look.classic"));
        } catch (ConnectorException e) {
            // Messages cannot be looked at; why is told elsewhere.
            return Optional.empty();
        }
    }

    private void looksLeft(QueueFacts queue, Map<String, String> settings)
            throws InterruptedException {
        try {
            OptionalLong left = server.limits().left(queue, server.version());
            if (left.isPresent()) {
                settings.put(RabbitTexts.get("looks.left"), Long.toString(left.getAsLong()));
            }
        } catch (ConnectorException e) {
            // Messages cannot be looked at, so that there is nothing to count.
        }
    }

    private JsonNode read(String name) throws ConnectorException, InterruptedException {
        return server.api().get("/queues/" + server.names().key(name).path());
    }

    private static Details consumers(JsonNode queue) {
        List<Member> members = new ArrayList<>();
        for (JsonNode consumer : queue.path("consumer_details")) {
            JsonNode channel = consumer.path("channel_details");
            members.add(
                    new Member(
                            consumer.path("consumer_tag").asText(),
                            channel.path("user").asText(""),
                            channel.path("peer_host").asText("")
                                    + ":"
                                    + channel.path("peer_port").asText(""),
                            List.of(
                                    RabbitTexts.get(
                                            consumer.path("ack_required").asBoolean()
                                                    ? "consumer.acks"
                                                    : "consumer.no-acks",
                                            consumer.path("prefetch_count").asText()))));
        }
        return new GroupDetails(
                queue.path("leader").asText(queue.path("node").asText("")), members);
    }

    private static Map<String, String> settings(JsonNode queue) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String name :
                List.of(
                        "type",
                        "durable",
                        "auto_delete",
                        "exclusive",
                        "state",
                        "policy",
                        "operator_policy",
                        "leader",
                        "node",
                        "messages_ready",
                        "messages_unacknowledged",
                        "message_bytes",
                        "head_message_timestamp",
                        "memory")) {
            put(settings, name, queue.path(name));
        }
        queue.path("arguments")
                .properties()
                .forEach(argument -> put(settings, argument.getKey(), argument.getValue()));
        queue.path("effective_policy_definition")
                .properties()
                .forEach(
                        setting ->
                                put(settings, "policy: " + setting.getKey(), setting.getValue()));
        return settings;
    }

    private static void put(Map<String, String> settings, String name, JsonNode value) {
        if (value.isValueNode() && !value.isNull() && !value.asText().isEmpty()) {
            settings.put(name, value.asText());
        }
    }
}
