package dev.signalbox.demo.supervisor.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Which processes run, on disk: a supervisor that was killed cannot tell its successor. Their life
/// lines have ended with it, but they may still be about to stop.
///
/// @param folder one file for each running part: its process id and when it was started
public record Leftovers(Path folder) {
    /// Two readings of the same process's start differ by this much at most.
    private static final Duration BLUR = Duration.ofSeconds(3);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    void remember(String part, ProcessHandle process) {
        Instant start = process.info().startInstant().orElse(Instant.EPOCH);
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(part), process.pid() + " " + start.toEpochMilli());
        } catch (IOException full) {
            // Its life line ends it all the same; only nobody will wait for it.
        }
    }

    void forget(String part) {
        try {
            Files.deleteIfExists(folder.resolve(part));
        } catch (IOException kept) {
            // Its process is gone; a number that was given to another is recognised by its start.
        }
    }

    /// Ends what an earlier supervisor left, by force, and returns when it is gone.
    public void end() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                List<String> words = List.of(Files.readString(file).strip().split(" ", 2));
                if (words.size() == 2) {
                    Instant start = Instant.ofEpochMilli(Long.parseLong(words.getLast()));
                    running(Long.parseLong(words.getFirst()), start).ifPresent(Leftovers::kill);
                }
            }
        }
    }

    /// The process of that id, if it is the one that was started then and not a later one.
    public static Optional<ProcessHandle> running(long pid, Instant start) {
        return ProcessHandle.of(pid)
                .filter(
                        process ->
                                process.info()
                                        .startInstant()
                                        .map(at -> Duration.between(start, at).abs())
                                        .filter(apart -> apart.compareTo(BLUR) < 0)
                                        .isPresent());
    }

    /// Ends it by force and returns when it is gone.
    public static void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().completeOnTimeout(process, PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }
}
