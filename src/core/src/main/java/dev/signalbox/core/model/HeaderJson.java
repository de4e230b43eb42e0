package dev.signalbox.core.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.signalbox.core.model.HeaderValue.Width;
import dev.signalbox.core.text.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Typed header values as JSON and back.
final class HeaderJson {
    /// Deeper than any table that is meant, and far from what a stack bears.
    private static final int DEEPEST = 100;

    private static final JsonMapper JSON = Json.mapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private HeaderJson() {}

    static String write(HeaderValue value) {
        try {
            return JSON.writeValueAsString(node(value, 0));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Optional<HeaderValue> read(Bytes json) {
        try {
            return Optional.of(value(JSON.readTree(json.toArray()), 0));
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static JsonNode node(HeaderValue value, int depth) {
        checkDepth(depth);
        return switch (value) {
            case HeaderValue.Text text -> TextNode.valueOf(text.value());
            case HeaderValue.Truth truth -> BooleanNode.valueOf(truth.value());
            case HeaderValue.Nothing _ -> NullNode.instance;
            case HeaderValue.Whole whole ->
                    NODES.objectNode()
                            .put(whole.width().name().toLowerCase(Locale.ROOT), whole.value());
            // As text: JSON has no NaN, and no difference between 1.0 and 1.00.
            case HeaderValue.Real real ->
                    object(real.single() ? "float" : "double", Double.toString(real.value()));
            case HeaderValue.Decimal decimal -> object("decimal", decimal.value().toString());
            case HeaderValue.Moment moment -> object("time", moment.value().toString());
            case HeaderValue.Binary binary ->
                    object("bytes", Base64.getEncoder().encodeToString(binary.value().toArray()));
            case HeaderValue.Listing listing -> {
                ArrayNode array = NODES.arrayNode();
                listing.values().forEach(each -> array.add(node(each, depth + 1)));
                yield array;
            }
            case HeaderValue.Table table -> {
                ObjectNode outer = NODES.objectNode();
                ObjectNode fields = outer.putObject("table");
                table.fields().forEach((name, each) -> fields.set(name, node(each, depth + 1)));
                yield outer;
            }
        };
    }

    private static ObjectNode object(String type, String text) {
        return NODES.objectNode().put(type, text);
    }

    private static HeaderValue value(JsonNode node, int depth) {
        checkDepth(depth);
        if (node.isTextual()) {
            return new HeaderValue.Text(node.textValue());
        }
        if (node.isBoolean()) {
            return new HeaderValue.Truth(node.booleanValue());
        }
        if (node.isNull()) {
            return new HeaderValue.Nothing();
        }
        if (node.isArray()) {
            List<HeaderValue> values = new ArrayList<>();
            node.forEach(each -> values.add(value(each, depth + 1)));
            return new HeaderValue.Listing(values);
        }
        if (!node.isObject() || node.size() != 1) {
            throw new IllegalArgumentException("not a header value");
        }
        Map.Entry<String, JsonNode> typed = node.properties().iterator().next();
        return typed(typed.getKey(), typed.getValue(), depth);
    }

    private static HeaderValue typed(String type, JsonNode node, int depth) {
        return switch (type) {
            case "byte", "short", "int", "long" ->
                    new HeaderValue.Whole(
                            whole(node), Width.valueOf(type.toUpperCase(Locale.ROOT)));
            case "double", "float" ->
                    new HeaderValue.Real(Double.parseDouble(text(node)), type.equals("float"));
            case "decimal" -> new HeaderValue.Decimal(new BigDecimal(text(node)));
            case "time" -> new HeaderValue.Moment(Instant.parse(text(node)));
            case "bytes" ->
                    new HeaderValue.Binary(Bytes.of(Base64.getDecoder().decode(text(node))));
            case "table" -> {
                TreeMap<String, HeaderValue> fields = new TreeMap<>();
                node.properties()
                        .forEach(
                                each ->
                                        fields.put(
                                                each.getKey(), value(each.getValue(), depth + 1)));
                yield new HeaderValue.Table(fields);
            }
            default -> throw new IllegalArgumentException("no type: " + type);
        };
    }

    private static long whole(JsonNode node) {
        if (!node.canConvertToLong() || !node.isIntegralNumber()) {
            throw new IllegalArgumentException("not a whole number");
        }
        return node.longValue();
    }

    private static String text(JsonNode node) {
        if (!node.isTextual()) {
            throw new IllegalArgumentException("not text");
        }
        return node.textValue();
    }

    private static void checkDepth(int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("tables within tables, " + DEEPEST + " deep");
        }
    }
}
