package dev.signalbox.seata.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The servers that all tests of one run share. Each starts when it is first asked for, and ends with the test run:
/// its life line is held by this process.
public final class Lab {

    public static final String PURCHASES = "purchases";
    public static final String ITEMS = "items";

    private static final AtomicInteger ROWS = new AtomicInteger();

    private static @Nullable SeataServer fileServer;
    private static @Nullable SeataServer databaseServer;
    private static @Nullable PostgresServer postgres;
    private static @Nullable Business business;

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

    /// A database server.
    public static synchronized PostgresServer postgres() throws Exception {
        PostgresServer running = postgres;
        if (running == null) {
            Path programs = Path.of("target", "postgres").toAbsolutePath();
            running = new PostgresServer(programs, folder("postgres"));
            postgres = running;
        }
        return running;
    }

    /// A business on the coordinator with the file, with the databases [#PURCHASES] and [#ITEMS].
    public static synchronized Business business() throws Exception {
        Business running = business;
        if (running == null) {
            postgres().createShop(PURCHASES);
            postgres().createShop(ITEMS);
            running =
                    new Business(
                            fileServer(), "shop", postgres().url(PURCHASES), postgres().url(ITEMS));
            business = running;
        }
        return running;
    }

    /// A number nobody was given before: for rows that no other test touches.
    public static int row() {
        return ROWS.incrementAndGet();
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
