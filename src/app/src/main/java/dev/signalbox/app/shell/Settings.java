package dev.signalbox.app.shell;

/// What can be set in the window, and what it is, whichever menu or key asks.
///
/// @param about shows what this program is
public record Settings(Theme theme, Tongue tongue, Runnable about) {}
