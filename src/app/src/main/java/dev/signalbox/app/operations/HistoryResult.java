package dev.signalbox.app.operations;

/// What the audit knows of how an action ended.
public enum HistoryResult {
    RUNNING,
    SUCCEEDED,
    PARTIAL,
    FAILED,
    CANCELLED,
    REFUSED,
    UNLOCKED,
    LOCKED,
    /// The console was stopped while it ran; or another one is still at it.
    NO_OUTCOME,
    /// The outcome says something this version does not know.
    UNKNOWN
}
