package dev.signalbox.core.model;

/// Who set a message's timestamp.
public enum TimestampType {
    NONE,
    /// The producer.
    CREATE_TIME,
    /// The broker, when it appended the message.
    LOG_APPEND_TIME
}
