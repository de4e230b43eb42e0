package dev.signalbox.core.model;

/// The protocol a group speaks (KIP-848, KIP-932, KIP-1071).
public enum GroupType {
    CLASSIC,
    CONSUMER,
    SHARE,
    STREAMS,
    /// The consumers of one queue, which hands each message to one of them.
    QUEUE,
    UNKNOWN
}
