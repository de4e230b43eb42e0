package dev.signalbox.app;

import dev.signalbox.core.profile.Folders;
import javafx.application.Application;

/// Starts the window: `[--demo [--broker kafka|rabbitmq]] [--profile ID] [--exit-when-shown] [FILE]`.
///
/// Not an [Application] itself: the launcher would then ask for JavaFX on the module path.
public final class Main {
    private Main() {}

    public static void main(String[] words) {
        // Before anything logs: both are read once. A name of its own, since the installed window
        // has the command's file on its class path too.
        System.setProperty("logback.configurationFile", "app-logback.xml");
        System.setProperty("signalbox.logs", Folders.ofUser().data().resolve("logs").toString());
        Drawing.choose();
        Opening.begin();
        Application.launch(Window.class, words);
    }
}
