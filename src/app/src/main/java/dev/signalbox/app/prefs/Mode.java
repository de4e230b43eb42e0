package dev.signalbox.app.prefs;

/// Which of the two looks the window has.
public enum Mode {
    /// The one the desktop has, also when it changes.
    SYSTEM,
    LIGHT,
    DARK
}
