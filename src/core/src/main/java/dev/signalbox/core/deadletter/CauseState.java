package dev.signalbox.core.deadletter;

/// What the operators think of a cause. The name is kept on disk; it never changes.
public enum CauseState {
    NEW,
    LOOKED_AT,
    FIXED,
    IGNORED
}
