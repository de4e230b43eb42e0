package dev.signalbox.seata.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The servers that all tests of one run share. Each starts when it is first asked for, and ends with the test run:
/// its life line is held by this process.
public final class Lab {

    private static @Nullable SeataServer fileServer;
    private static @Nullable SeataServer databaseServer;

    private Lab() {}

    /// A coordinator that keeps transactions in a file.
    public static synchronized SeataServer fileServer() throws IOException {
        SeataServer running = fileServer;
        if (running == null) {
            running = new SeataServer(folder("tc-file"), false).start();
            fileServer = running;
        }
        return running;
    }

    /// A coordinator that keeps transactions in a database, and lets nobody stay logged in for long.
    public static synchronized SeataServer databaseServer() throws IOException {
        SeataServer running = databaseServer;
        if (running == null) {
            running = new SeataServer(folder("tc-database"), true).start();
            databaseServer = running;
        }
        return running;
    }

    /// An empty folder of this test run.
    static Path folder(String name) throws IOException {
        Path folder = Path.of("target", "lab", name).toAbsolutePath();
        if (Files.exists(folder)) {
            List<Path> old;
            try (var all = Files.walk(folder)) {
                old = all.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path file : old) {
                Files.delete(file);
            }
        }
        return Files.createDirectories(folder);
    }
}
