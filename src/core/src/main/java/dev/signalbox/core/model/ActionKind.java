package dev.signalbox.core.model;

/// What can be done to a server. The name goes into audit, command line and plans; it never changes.
public enum ActionKind {
    PURGE,
    REPLAY,
    PUBLISH,
    RESTORE,
    RESET_OFFSETS,
    ROLLBACK,
    COMMIT
}
