package dev.signalbox.core.model;

/// What kind of place messages lie in.
public enum DestinationKind {
    TOPIC,
    QUEUE,
    STREAM
}
