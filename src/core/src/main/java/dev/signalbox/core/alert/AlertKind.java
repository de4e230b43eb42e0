package dev.signalbox.core.alert;

/// What an alert is about.
public enum AlertKind {
    CONNECTION_LOST,
    /// The server warns: a memory or disk alarm, a node that is down, partitions without a leader.
    ALARM,
    TRANSACTION_AGE,
    LAG,
    /// Dead letters arrive.
    DEAD_LETTERS
}
