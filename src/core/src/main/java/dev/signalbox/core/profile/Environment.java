package dev.signalbox.core.profile;

/// What is at stake behind a connection.
public enum Environment {
    DEVELOPMENT,
    TEST,
    PRODUCTION
}
