package dev.signalbox.demo.services.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.sun.net.httpserver.Headers;
import dev.signalbox.demo.services.json.Json;
import java.util.Objects;
import java.util.Optional;

/// A request whose caller is known.
///
/// @param subject what follows the route's path, as `poison-messages` in `/incidents/poison-messages`
/// @param body text, which may be empty
public record Request(String subject, Headers headers, String body) {

    public Request {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(headers, "headers");
        Objects.requireNonNull(body, "body");
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.getFirst(name));
    }

    /// The body as a value.
    ///
    /// @throws RefusedException with 400 when it is no JSON of that type
    public <T> T body(Class<T> type) throws RefusedException {
        try {
            T value = Json.mapper().readValue(body, type);
            if (value == null) {
                throw new RefusedException(400, "empty body");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new RefusedException(400, e.getOriginalMessage());
        }
    }
}
