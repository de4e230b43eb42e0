package dev.signalbox.demo.supervisor;

import dev.signalbox.demo.supervisor.process.Leftovers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The database server behind the part `database`. Where the part was killed, its guard stops the
/// server; this is for where the guard was killed too, or the system has none.
///
/// @param pidFile in which PostgreSQL itself keeps its process id, its data folder and its start
record Postmaster(Path pidFile) {
    private static final Duration FOR_THE_GUARD = Duration.ofSeconds(6);
    private static final int PID = 0;
    private static final int START = 2;

    /// Returns when the server is gone. Does nothing where none runs.
    void end() {
        running().ifPresent(Postmaster::end);
    }

    private static void end(ProcessHandle server) {
        server.onExit()
                .completeOnTimeout(server, FOR_THE_GUARD.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        if (server.isAlive()) {
            Leftovers.kill(server);
        }
    }

    private Optional<ProcessHandle> running() {
        try {
            List<String> lines = Files.readAllLines(pidFile);
            if (lines.size() <= START) {
                return Optional.empty();
            }
            Instant start = Instant.ofEpochSecond(Long.parseLong(lines.get(START).strip()));
            return Leftovers.running(Long.parseLong(lines.get(PID).strip()), start);
        } catch (IOException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }
}
