package dev.signalbox.core.export;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Header;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageId;
import dev.signalbox.core.model.TimestampType;
import dev.signalbox.core.text.CoreTexts;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads one message from JSON. What it does not understand it refuses: a misspelt field would be lost unnoticed.
///
/// @param from what the message says it is from
/// @param number of the message, where it does not say its position
record MessageJson(String from, long number) {
    private static final Set<String> FIELDS =
            Set.of(
                    "destination",
                    "partition",
                    "position",
                    "timestamp",
                    "timestampType",
                    "key",
                    "keyBase64",
                    "value",
                    "valueBase64",
                    "headers",
                    "properties");
    private static final Set<String> HEADER_FIELDS =
            Set.of("name", "value", "valueBase64", "typed");

    /// @throws IllegalArgumentException with the reason, in the operator's language
    Message message(JsonNode node) {
        checkFields(node, FIELDS);
        if (!node.has("value") && !node.has("valueBase64")) {
            throw wrong("import.no-value");
        }
        Instant timestamp = timestamp(node.path("timestamp"));
        return new Message(
                new MessageId(from, partition(node.path("partition")), position(node)),
                timestamp,
                type(node.path("timestampType"), timestamp),
                bytes(node, "key"),
                bytes(node, "value"),
                headers(node.path("headers"), "headers"),
                headers(node.path("properties"), "properties"));
    }

    static List<Header> headers(JsonNode node, String field) {
        if (node.isMissingNode()) {
            return List.of();
        }
        if (!node.isArray()) {
            throw wrong("import.not-list", field);
        }
        List<Header> headers = new ArrayList<>();
        for (JsonNode each : node) {
            checkFields(each, HEADER_FIELDS);
            if (!each.path("name").isTextual()) {
                throw wrong("import.no-name", field);
            }
            JsonNode typed = each.path("typed");
            if (!typed.isMissingNode() && !typed.isBoolean()) {
                throw wrong("import.field", "typed", typed);
            }
            headers.add(
                    new Header(
                            each.path("name").textValue(),
                            bytes(each, "value"),
                            typed.booleanValue()));
        }
        return headers;
    }

    private static void checkFields(JsonNode node, Set<String> known) {
        if (!node.isObject()) {
            throw wrong("import.not-object");
        }
        node.fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!known.contains(name)) {
                                throw wrong("import.unknown-field", name);
                            }
                        });
    }

    private static int partition(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return MessageSource.ANY_PARTITION;
        }
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < 0) {
            throw wrong("import.field", "partition", node);
        }
        return node.intValue();
    }

    private long position(JsonNode message) {
        JsonNode node = message.path("position");
        if (node.isMissingNode() || node.isNull()) {
            return number;
        }
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw wrong("import.field", "position", node);
        }
        return node.longValue();
    }

    private static @Nullable Instant timestamp(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        return timestamp(node.isTextual() ? node.textValue() : node.toString());
    }

    static Instant timestamp(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(CoreTexts.get("import.time", text), e);
        }
    }

    private static TimestampType type(JsonNode node, @Nullable Instant timestamp) {
        return type(node.isMissingNode() || node.isNull() ? "" : node.asText(), timestamp);
    }

    /// @param text empty where it is not told
    static TimestampType type(String text, @Nullable Instant timestamp) {
        if (text.isEmpty()) {
            return timestamp == null ? TimestampType.NONE : TimestampType.CREATE_TIME;
        }
        for (TimestampType type : TimestampType.values()) {
            if (type.name().equals(text)) {
                return type;
            }
        }
        throw wrong("import.field", "timestampType", text);
    }

    /// Text as it is, other bytes in Base64 under `<name>Base64`, none as null.
    private static @Nullable Bytes bytes(JsonNode node, String name) {
        JsonNode text = node.path(name);
        JsonNode binary = node.path(name + "Base64");
        if (!text.isMissingNode() && !binary.isMissingNode()) {
            throw wrong("import.twice", name);
        }
        if (binary.isTextual()) {
            try {
                return Bytes.of(Base64.getDecoder().decode(binary.textValue()));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(CoreTexts.get("import.base64", name), e);
            }
        }
        if (text.isTextual()) {
            return Bytes.utf8(text.textValue());
        }
        if (!binary.isMissingNode() || !(text.isMissingNode() || text.isNull())) {
            throw wrong("import.neither", name);
        }
        return null;
    }

    static IllegalArgumentException wrong(String key, Object... arguments) {
        return new IllegalArgumentException(CoreTexts.get(key, arguments));
    }
}
