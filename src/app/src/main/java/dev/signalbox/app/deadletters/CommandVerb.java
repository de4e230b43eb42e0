package dev.signalbox.app.deadletters;

/// What the command line can do with letters.
public enum CommandVerb {
    REPLAY,
    DISCARD,
    EXPORT
}
