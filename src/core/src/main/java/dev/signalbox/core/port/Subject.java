package dev.signalbox.core.port;

/// The one thing an operator has opened.
public sealed interface Subject {
    record OfGroup(String group) implements Subject {}

    record OfDestination(String destination) implements Subject {}

    /// The server itself.
    record OfServer() implements Subject {}
}
