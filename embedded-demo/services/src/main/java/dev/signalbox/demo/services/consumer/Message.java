package dev.signalbox.demo.services.consumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.demo.services.event.Event;
import dev.signalbox.demo.services.json.Json;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A message that could be read.
///
/// @param id by which a second delivery is recognised
/// @param xid the global transaction that placed the order, if the sender told
/// @param body a JSON object
public record Message(String id, @Nullable String xid, JsonNode body) {

    /// The coordinator's tables have room for no more. What is longer is none, and would be passed on
    /// with every further message of its order.
    private static final int LONGEST_XID = 128;

    public Message {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(body, "body");
    }

    /// Reads what was delivered.
    ///
    /// @param id from the headers, or made of where the message comes from
    /// @param xid from the headers
    /// @throws MalformedMessageException when the value is no JSON object
    public static Message of(String id, Optional<String> xid, byte @Nullable [] value)
            throws MalformedMessageException {
        return new Message(
                id, xid.filter(text -> text.length() <= LONGEST_XID).orElse(null), body(value));
    }

    /// The body as an event.
    ///
    /// @throws MalformedMessageException when fields are missing or of the wrong type
    public <E extends Event> E event(Class<E> type) throws MalformedMessageException {
        try {
            return Json.mapper().treeToValue(body, type);
        } catch (JsonProcessingException e) {
            throw new MalformedMessageException("no " + type.getSimpleName(), e);
        }
    }

    private static JsonNode body(byte @Nullable [] value) throws MalformedMessageException {
        if (value == null) {
            throw new MalformedMessageException("no value");
        }
        JsonNode body;
        try {
            body = Json.mapper().readTree(value);
        } catch (IOException e) {
            throw new MalformedMessageException("the value is no JSON", e);
        }
        if (body == null || !body.isObject()) {
            throw new MalformedMessageException("the value is no JSON object");
        }
        return body;
    }
}
