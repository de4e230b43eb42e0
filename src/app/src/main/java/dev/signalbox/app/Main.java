package dev.signalbox.app;

import javafx.application.Application;

/// Starts the window: `[--demo] [--profile ID]`.
///
/// Not an [Application] itself: the launcher would then ask for JavaFX on the module path.
public final class Main {
    private Main() {}

    public static void main(String[] words) {
        Application.launch(Window.class, words);
    }
}
