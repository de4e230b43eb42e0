package dev.signalbox.cli.shell;

import dev.signalbox.core.Workbench;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.profile.Folders;
import java.nio.file.Path;
import java.time.Clock;

/// What every command gets from outside.
public record Surroundings(
        Terminal terminal, Folders folders, Clock clock, Opener opener, Interruption interruption) {

    /// Opens the workbench in the folders.
    @FunctionalInterface
    public interface Opener {
        Workbench open(Folders folders, Clock clock) throws ConnectorException;
    }

    /// Where the demo of this user keeps everything.
    public Path demoFolder() {
        return folders.data().resolve("demo");
    }
}
