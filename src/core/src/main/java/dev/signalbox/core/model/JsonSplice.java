package dev.signalbox.core.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.core.text.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Replaces one value in JSON without touching a byte of the rest: written anew, numbers would lose their zeros and
/// texts their escapes, and a signature over the payload would not hold any more.
final class JsonSplice {
    private static final ObjectReader EXACT =
            Json.mapper()
                    .reader()
                    .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /// The bytes to be replaced, and what is written before and after the new value.
    private record Gap(long from, long to, String before) {}

    private JsonSplice() {}

    /// Empty for what is no JSON in UTF-8, for a place that is not there, and for one that is there twice.
    static Optional<Bytes> set(Bytes payload, JsonPointer place, String json) {
        byte[] old = payload.toArray();
        try (JsonParser parser = EXACT.getFactory().createParser(old)) {
            if (parser.nextToken() == null) {
                return Optional.empty();
            }
            Optional<Gap> gap = find(parser, place);
            if (gap.isEmpty() || gap.get().from() < 0 || gap.get().to() < gap.get().from()) {
                return Optional.empty();
            }
            byte[] fresh = splice(old, gap.get(), json);
            return isRight(old, fresh, place, json)
                    ? Optional.of(Bytes.of(fresh))
                    : Optional.empty();
        } catch (IOException e) {
            // No JSON, or deeper than any that is meant.
            return Optional.empty();
        }
    }

    private static byte[] splice(byte[] old, Gap gap, String json) {
        ByteArrayOutputStream fresh = new ByteArrayOutputStream(old.length + json.length());
        fresh.write(old, 0, (int) gap.from());
        fresh.writeBytes((gap.before() + json).getBytes(StandardCharsets.UTF_8));
        fresh.write(old, (int) gap.to(), old.length - (int) gap.to());
        return fresh.toByteArray();
    }

    /// Leaves the parser at the last token of the value it stands on.
    private static Optional<Gap> find(JsonParser parser, JsonPointer place) throws IOException {
        if (place.matches()) {
            long from = parser.currentTokenLocation().getByteOffset();
            parser.skipChildren();
            parser.finishToken();
            return Optional.of(new Gap(from, parser.currentLocation().getByteOffset(), ""));
        }
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            return inObject(parser, place);
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            return inArray(parser, place);
        }
        return Optional.empty();
    }

    private static Optional<Gap> inObject(JsonParser parser, JsonPointer place) throws IOException {
        Optional<Gap> found = Optional.empty();
        int times = 0;
        boolean first = true;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            boolean here = parser.currentName().equals(place.getMatchingProperty());
            parser.nextToken();
            if (here) {
                times++;
                found = find(parser, place.tail());
                if (found.isEmpty()) {
                    return found;
                }
            } else {
                parser.skipChildren();
            }
            first = false;
        }
        if (times == 0 && place.tail().matches()) {
            long end = parser.currentTokenLocation().getByteOffset();
            String name = Json.mapper().writeValueAsString(place.getMatchingProperty());
            return Optional.of(new Gap(end, end, (first ? "" : ",") + name + ":"));
        }
        return times == 1 ? found : Optional.empty();
    }

    private static Optional<Gap> inArray(JsonParser parser, JsonPointer place) throws IOException {
        Optional<Gap> found = Optional.empty();
        for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
            if (index == place.getMatchingIndex()) {
                found = find(parser, place.tail());
                if (found.isEmpty()) {
                    return found;
                }
            } else {
                parser.skipChildren();
            }
        }
        return found;
    }

    /// Reads both: the new one must be the old one with that value, and nothing else. Offsets are only as right as the
    /// parser's.
    private static boolean isRight(byte[] old, byte[] fresh, JsonPointer place, String json)
            throws IOException {
        JsonNode value = EXACT.readTree(json);
        if (place.matches()) {
            return EXACT.readTree(fresh).equals(value);
        }
        JsonNode expected = EXACT.readTree(old);
        JsonNode parent = expected.at(place.head());
        JsonPointer last = place.last();
        if (parent instanceof ObjectNode object) {
            object.set(last.getMatchingProperty(), value);
        } else if (parent instanceof ArrayNode array && array.has(last.getMatchingIndex())) {
            array.set(last.getMatchingIndex(), value);
        } else {
            return false;
        }
        return EXACT.readTree(fresh).equals(expected);
    }
}
