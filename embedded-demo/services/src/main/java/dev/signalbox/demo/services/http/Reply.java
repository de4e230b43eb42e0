package dev.signalbox.demo.services.http;

import java.util.Map;
import java.util.Objects;

/// What is answered.
///
/// @param body sent as JSON
public record Reply(int status, Object body) {

    public Reply {
        Objects.requireNonNull(body, "body");
    }

    public static Reply ok(Object body) {
        return new Reply(200, body);
    }

    public static Reply ok() {
        return new Reply(200, Map.of());
    }

    /// A refusal with its reason.
    public static Reply refused(int status, String reason) {
        return new Reply(status, Map.of("reason", reason));
    }
}
