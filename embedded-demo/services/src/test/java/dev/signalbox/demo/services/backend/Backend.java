package dev.signalbox.demo.services.backend;

import dev.signalbox.demo.part.TestPorts;
import dev.signalbox.demo.services.config.DatabaseAccess;
import dev.signalbox.demo.services.config.SeataAccess;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// The demo's own broker, database server and coordinator for all tests of a JVM. They end with it: their
/// life line is this process.
public final class Backend {

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final String PASSWORD = "correct-horse";

    private final Path folder;
    private final int brokerPort = TestPorts.free();
    private final int databasePort = TestPorts.free();
    private final int coordinatorPort = TestPorts.free();
    private final DemoPart broker;
    private final DemoPart database;
    private final DemoPart coordinator;
    private final List<Closeable> users = new CopyOnWriteArrayList<>();

    private Backend() throws IOException {
        folder = Files.createTempDirectory("demo-services-");
        // Where root has no user namespaces the database server runs as somebody else
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        database =
                DemoPart.start(
                        "database",
                        "dev.signalbox.demo.database.DatabaseMain",
                        folder,
                        Map.of("port", text(databasePort), "password", PASSWORD));
        broker =
                DemoPart.start(
                        "broker",
                        "dev.signalbox.demo.broker.BrokerMain",
                        folder,
                        Map.of(
                                "port", text(brokerPort),
                                "controllerPort", text(TestPorts.free())));
        coordinator =
                DemoPart.start(
                        "coordinator",
                        "dev.signalbox.demo.coordinator.CoordinatorMain",
                        folder,
                        Map.of(
                                "port", text(coordinatorPort),
                                "consolePort", text(TestPorts.free()),
                                "consolePassword", PASSWORD,
                                "storePort", text(TestPorts.free()),
                                "storePassword", PASSWORD));
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end-backend"));
        broker.awaitReady();
        database.awaitReady();
    }

    private static final class Holder {
        private static final Backend SHARED = start();

        private static Backend start() {
            try {
                return new Backend();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// The one of this JVM, started when it is first asked for.
    public static Backend shared() {
        return Holder.SHARED;
    }

    public DemoPart broker() {
        return broker;
    }

    /// Not waited for: it takes longest to start, and few need it.
    public DemoPart coordinator() {
        return coordinator;
    }

    public String kafka() {
        return "127.0.0.1:" + brokerPort;
    }

    public SeataAccess seata() {
        return new SeataAccess("127.0.0.1:" + coordinatorPort, "demo_tx_group");
    }

    /// An empty database of its own.
    public DatabaseAccess newDatabase() throws SQLException {
        String name = "test" + DATABASES.incrementAndGet();
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return database(name);
    }

    public DatabaseAccess database(String name) {
        return new DatabaseAccess(url(name), "postgres", PASSWORD);
    }

    /// A plain connection.
    public Connection connect(String name) throws SQLException {
        return DriverManager.getConnection(url(name), "postgres", PASSWORD);
    }

    /// A new folder of a process.
    public Path newFolder(String name) throws IOException {
        return Files.createTempDirectory(folder, name + "-");
    }

    /// Closes it before the servers end.
    void closeFirst(Closeable user) {
        users.add(user);
    }

    private String url(String name) {
        return "jdbc:postgresql://127.0.0.1:" + databasePort + "/" + name;
    }

    private static String text(int port) {
        return Integer.toString(port);
    }

    private void end() {
        try {
            for (Closeable user : users) {
                user.close();
            }
            coordinator.close();
            broker.close();
            database.close();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
