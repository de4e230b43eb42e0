package dev.signalbox.app.shell;

/// What can be set in the window, whichever menu or key does it.
public record Settings(Theme theme, Tongue tongue) {}
