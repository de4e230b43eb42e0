package dev.signalbox.app.prefs;

/// How close together the rows of tables are.
public enum Density {
    COMFORTABLE,
    COMPACT
}
