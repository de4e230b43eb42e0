package dev.signalbox.core.deadletter;

import dev.signalbox.core.model.Header;
import java.util.List;

/// Tells headers that describe a failure from those that belong to the message.
///
/// A replay leaves them off: they would make the message look as if it had failed already, and some libraries act on
/// them.
public final class FailureHeaders {
    private FailureHeaders() {}

    /// Whether a header of this name describes a failure, by any convention there is.
    public static boolean describesFailure(String name) {
        return DeadLetters.CONVENTIONS.stream()
                .anyMatch(convention -> convention.isFailureHeader(name));
    }

    /// The other headers, in their order.
    public static List<Header> without(List<Header> headers) {
        return headers.stream().filter(header -> !describesFailure(header.name())).toList();
    }
}
