package dev.signalbox.demo.supervisor.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// How to run a part. Its standard input is its life line: a part ends by itself when that ends.
///
/// @param command its command line
/// @param folder its working directory
/// @param startTime how long it may take to become ready
/// @param stopTime how long it may take to end by itself
/// @param afterEnd what remains to be done when its process has ended, however it did
public record Recipe(
        String name,
        List<String> command,
        Path folder,
        Readiness readiness,
        Duration startTime,
        Duration stopTime,
        Runnable afterEnd) {

    public Recipe {
        command = List.copyOf(command);
    }
}
