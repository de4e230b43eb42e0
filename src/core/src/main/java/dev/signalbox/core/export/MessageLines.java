package dev.signalbox.core.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.core.deadletter.DeadLetter;
import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Header;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.text.Json;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One message as one line.
final class MessageLines {
    static final String CSV_HEAD =
            "destination,partition,position,timestamp,timestampType,origin,exception,reason,"
                    + "keyIs,key,valueIs,value,headers,properties\r\n";

    /// A cell with an apostrophe of ours in front.
    static final Pattern GUARDED = Pattern.compile("'+[=+\\-@\\t\\r]");

    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r]");

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

    static String csv(DeadLetter letter) throws JsonProcessingException {
        Message message = letter.message();
        Instant timestamp = message.timestamp();
        return Stream.of(
                                message.id().destination(),
                                Integer.toString(message.id().partition()),
                                Long.toString(message.id().position()),
                                timestamp == null ? "" : timestamp.toString(),
                                message.timestampType().name(),
                                letter.origin()
                                        .map(Object::toString)
                                        .or(letter::originDestination)
                                        .orElse(""),
                                letter.cause().map(DeadLetter.Cause::exceptionClass).orElse(""),
                                letter.cause().map(DeadLetter.Cause::message).orElse(""),
                                kind(message.key()),
                                text(message.key()),
                                kind(message.value()),
                                text(message.value()),
                                headers(message.headers()),
                                headers(message.properties()))
                        .map(MessageLines::cell)
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    private static String headers(List<Header> headers) throws JsonProcessingException {
        ArrayNode array = Json.mapper().createArrayNode();
        put(array, headers);
        return Json.mapper().writeValueAsString(array);
    }

    /// What the cell beside it is: text may look like anything.
    private static String kind(@Nullable Bytes bytes) {
        return bytes == null ? "none" : bytes.text().isPresent() ? "text" : "hex";
    }

    private static String text(@Nullable Bytes bytes) {
        return bytes == null ? "" : bytes.text().orElseGet(() -> "0x" + bytes.hex());
    }

    /// What a spreadsheet would take for a formula gets an apostrophe in front: anybody can write a message. So does what
    /// looks as if it had one, so that it can be told when it is read again.
    private static String cell(String text) {
        String safe = FORMULA.matcher(text).lookingAt() ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
