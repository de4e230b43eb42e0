package dev.signalbox.cli.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.core.deadletter.CauseKey;
import dev.signalbox.core.deadletter.DeadLetter;
import dev.signalbox.core.model.Header;
import dev.signalbox.core.model.Message;
import java.util.Optional;

/// Messages and dead letters as JSON.
public final class LetterJson {
    private LetterJson() {}

    public static ObjectNode of(DeadLetter letter) {
        ObjectNode node = of(letter.message());
        Json.putText(node, "convention", letter.convention());
        Json.putText(node, "originDestination", letter.originDestination());
        Json.putText(node, "origin", letter.origin());
        Json.putText(node, "originTimestamp", letter.originTimestamp());
        Json.putText(node, "group", letter.group());
        letter.attempts().ifPresent(attempts -> node.put("attempts", attempts));
        node.put("content", letter.content().name());
        node.put("causeId", CauseKey.of(letter).id());
        letter.route()
                .ifPresent(
                        route ->
                                node.putObject("route")
                                        .put("exchange", route.exchange())
                                        .put("routingKey", route.routingKey()));
        letter.cause()
                .ifPresent(
                        cause ->
                                node.putObject("cause")
                                        .put("exception", cause.exceptionClass())
                                        .put("message", cause.message())
                                        .put("stackTrace", cause.stackTrace()));
        return node;
    }

    private static ObjectNode of(Message message) {
        ObjectNode node = Json.object();
        node.put("id", message.id().toString());
        node.put("destination", message.id().destination());
        node.put("partition", message.id().partition());
        node.put("position", message.id().position());
        Json.putText(node, "timestamp", Optional.ofNullable(message.timestamp()));
        Json.put(node, "key", message.key());
        Json.put(node, "value", message.value());
        ArrayNode headers = node.putArray("headers");
        for (Header header : message.headers()) {
            put(headers.addObject(), header);
        }
        if (!message.properties().isEmpty()) {
            ArrayNode properties = node.putArray("properties");
            message.properties().forEach(each -> put(properties.addObject(), each));
        }
        return node;
    }

    /// A value with a type of its own is told with it.
    private static void put(ObjectNode node, Header header) {
        node.put("name", header.name());
        Json.put(node, "value", header.value());
        if (header.typed()) {
            node.put("typed", true);
        }
    }
}
