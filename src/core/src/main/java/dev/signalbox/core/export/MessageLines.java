package dev.signalbox.core.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.core.deadletter.DeadLetter;
import dev.signalbox.core.deadletter.DeadLetters;
import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Header;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.text.Json;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One message as one line.
final class MessageLines {
    static final String CSV_HEAD =
            "destination,partition,position,timestamp,origin,exception,reason,key,value,headers\r\n";

    private MessageLines() {}

    static String json(Message message) throws JsonProcessingException {
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("destination", message.id().destination());
        node.put("partition", message.id().partition());
        node.put("position", message.id().position());
        node.put("timestampType", message.timestampType().name());
        Instant timestamp = message.timestamp();
        node.put("timestamp", timestamp == null ? null : timestamp.toString());
        put(node, "key", message.key());
        put(node, "value", message.value());
        put(node.putArray("headers"), message.headers());
        if (!message.properties().isEmpty()) {
            put(node.putArray("properties"), message.properties());
        }
        return Json.mapper().writeValueAsString(node) + "\n";
    }

    private static void put(ArrayNode array, List<Header> headers) {
        for (Header header : headers) {
            ObjectNode node = array.addObject().put("name", header.name());
            put(node, "value", header.value());
            if (header.typed()) {
                node.put("typed", true);
            }
        }
    }

    /// Text as it is, other bytes in Base64 under `<name>Base64`, none as null.
    private static void put(ObjectNode node, String name, @Nullable Bytes bytes) {
        if (bytes == null) {
            node.putNull(name);
            return;
        }
        Optional<String> text = bytes.text();
        if (text.isPresent()) {
            node.put(name, text.get());
        } else {
            node.put(name + "Base64", Base64.getEncoder().encodeToString(bytes.toArray()));
        }
    }

    static String csv(Message message) throws JsonProcessingException {
        DeadLetter letter = DeadLetters.read(message);
        ArrayNode headers = Json.mapper().createArrayNode();
        put(headers, message.headers());
        Instant timestamp = message.timestamp();
        return Stream.of(
                                message.id().destination(),
                                Integer.toString(message.id().partition()),
                                Long.toString(message.id().position()),
                                timestamp == null ? "" : timestamp.toString(),
                                letter.origin()
                                        .map(Object::toString)
                                        .or(letter::originDestination)
                                        .orElse(""),
                                letter.cause().map(DeadLetter.Cause::exceptionClass).orElse(""),
                                letter.cause().map(DeadLetter.Cause::message).orElse(""),
                                text(message.key()),
                                text(message.value()),
                                Json.mapper().writeValueAsString(headers))
                        .map(MessageLines::cell)
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    private static String text(@Nullable Bytes bytes) {
        return bytes == null ? "" : bytes.text().orElseGet(() -> "0x" + bytes.hex());
    }

    /// What a spreadsheet would take for a formula gets an apostrophe in front: anybody can write a message.
    private static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
