package dev.signalbox.core.model;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.text.CoreTexts;
import dev.signalbox.core.text.Json;
import java.util.Optional;

/// What a place in a JSON payload is to hold: `$.order.currency=EUR`, `$.lines[0].count=3` or `/order/currency=EUR`.
///
/// @param pointer JSON Pointer (RFC 6901)
/// @param json the new value as it is written into the payload
public record JsonRule(String pointer, String json) {
    private static final ObjectReader STRICT =
            Json.mapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    public JsonRule {
        JsonPointer.compile(pointer);
    }

    /// A value that is JSON is taken as it is written; any other is text.
    ///
    /// @throws ConnectorException `INVALID` for what is not a place and a value
    public static JsonRule parse(String text) throws ConnectorException {
        int sign = text.indexOf('=');
        String place = sign < 0 ? "" : text.substring(0, sign).strip();
        if (!place.startsWith("$") && !place.startsWith("/")) {
            throw invalid(text);
        }
        try {
            return new JsonRule(pointer(place), json(text.substring(sign + 1)));
        } catch (IllegalArgumentException e) {
            throw invalid(text);
        }
    }

    /// `$.a.b[0]` is the same place as `/a/b/0`.
    private static String pointer(String place) {
        return place.startsWith("$")
                ? place.substring(1).replaceAll("\\[(\\d+)]", ".$1").replace('.', '/')
                : place;
    }

    private static String json(String value) {
        try {
            return STRICT.readTree(value).isMissingNode() ? quoted(value) : value.strip();
        } catch (JsonProcessingException e) {
            return quoted(value);
        }
    }

    private static String quoted(String text) {
        try {
            return Json.mapper().writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The payload with the new value, every other byte as it was; empty where the payload is no JSON, or has no such
    /// place. The last member of a place may be new in its object.
    Optional<Bytes> applyTo(Bytes payload) {
        return JsonSplice.set(payload, JsonPointer.compile(pointer), json);
    }

    private static ConnectorException invalid(String text) {
        return new ConnectorException(
                new Problem(
                        ProblemKind.INVALID,
                        CoreTexts.get("rule.shape", text),
                        CoreTexts.get("rule.remedy")));
    }

    /// As it is written.
    @Override
    public String toString() {
        return pointer + "=" + json;
    }
}
