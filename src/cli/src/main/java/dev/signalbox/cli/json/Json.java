package dev.signalbox.cli.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Reading;
import dev.signalbox.core.problem.Problem;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// JSON as this command line writes it. An unknown figure is `null`, and a field beside it says why.
public final class Json {
    /// Plain ASCII, so that it is whole whatever the terminal's character set.
    private static final ObjectMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final double THOUSANDTHS = 1000.0;

    private Json() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    public static String pretty(JsonNode value) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String line(JsonNode value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A figure; `<name>Estimate` says how it was estimated, `<name>Unknown` why it is not known.
    public static void put(ObjectNode node, String name, Reading reading) {
        switch (reading) {
            case Reading.Exact exact -> node.put(name, exact.amount());
            case Reading.Estimate estimate ->
                    node.put(name, estimate.amount()).put(name + "Estimate", estimate.basis());
            case Reading.Unknown unknown ->
                    node.putNull(name).put(name + "Unknown", unknown.reason());
        }
    }

    public static void put(ObjectNode node, String name, OptionalDouble value) {
        if (value.isPresent()) {
            node.put(name, Math.round(value.getAsDouble() * THOUSANDTHS) / THOUSANDTHS);
        } else {
            node.putNull(name);
        }
    }

    public static void put(ObjectNode node, String name, OptionalLong value) {
        if (value.isPresent()) {
            node.put(name, value.getAsLong());
        } else {
            node.putNull(name);
        }
    }

    /// Seconds; null where it is not known.
    public static void put(ObjectNode node, String name, Optional<Duration> duration) {
        duration.ifPresentOrElse(known -> node.put(name, seconds(known)), () -> node.putNull(name));
    }

    public static double seconds(Duration duration) {
        return duration.toMillis() / THOUSANDTHS;
    }

    /// Text or number as its text; null where there is none.
    public static void putText(ObjectNode node, String name, Optional<?> value) {
        node.put(name, value.map(Object::toString).orElse(null));
    }

    /// Text as it is, other bytes in Base64 under `<name>Base64`.
    public static void put(ObjectNode node, String name, @Nullable Bytes bytes) {
        if (bytes == null) {
            node.putNull(name);
            return;
        }
        bytes.text()
                .ifPresentOrElse(
                        text -> node.put(name, text),
                        () ->
                                node.put(
                                        name + "Base64",
                                        Base64.getEncoder().encodeToString(bytes.toArray())));
    }

    public static ObjectNode of(Problem problem) {
        ObjectNode node = object();
        node.put("kind", problem.kind().name());
        node.put("summary", problem.summary());
        node.put("remedy", problem.remedy());
        node.put("details", problem.details());
        return node;
    }
}
