package dev.signalbox.seata.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.OptionalLong;

/// Reads the fields of one JSON object the way coordinators write them: 2.0 writes long numbers as strings, 2.6
/// as numbers, and what is not known is null or missing.
///
/// A field that is there but is no number is never read as 0.
record Fields(JsonNode object) {

    /// Text, empty where there is none. A number reads as its digits.
    String text(String name) {
        JsonNode value = object.path(name);
        return value.isValueNode() && !value.isNull() ? value.asText() : "";
    }

    String neededText(String name) throws MalformedAnswer {
        String value = text(name);
        if (value.isEmpty()) {
            throw new MalformedAnswer(name);
        }
        return value;
    }

    OptionalLong number(String name) throws MalformedAnswer {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return OptionalLong.empty();
        }
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return OptionalLong.of(value.longValue());
        }
        try {
            return OptionalLong.of(Long.parseLong(text(name)));
        } catch (NumberFormatException e) {
            throw new MalformedAnswer(name);
        }
    }

    long neededNumber(String name) throws MalformedAnswer {
        OptionalLong value = number(name);
        if (value.isEmpty()) {
            throw new MalformedAnswer(name);
        }
        return value.getAsLong();
    }

    /// The elements of a list of objects; empty where the list is null or missing.
    Iterable<JsonNode> objects(String name) throws MalformedAnswer {
        JsonNode list = object.path(name);
        if (!list.isArray() && !list.isNull() && !list.isMissingNode()) {
            throw new MalformedAnswer(name);
        }
        for (JsonNode element : list) {
            if (!element.isObject()) {
                throw new MalformedAnswer(name);
            }
        }
        return list;
    }

    /// A field, inside a page of the console, that is not as it has to be.
    static final class MalformedAnswer extends Exception {
        private static final long serialVersionUID = 1L;

        MalformedAnswer(String field) {
            super(field);
        }

        String field() {
            return Optional.ofNullable(getMessage()).orElse("");
        }
    }
}
