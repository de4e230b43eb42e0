package dev.signalbox.app.prefs;

/// Where the window was and how large.
///
/// @param maximized then the rest is where it goes when it is not any more
public record WindowPlace(double x, double y, double width, double height, boolean maximized) {}
