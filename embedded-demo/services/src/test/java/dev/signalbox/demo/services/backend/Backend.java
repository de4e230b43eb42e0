package dev.signalbox.demo.services.backend;

import dev.signalbox.demo.part.PartProcess;
import dev.signalbox.demo.part.TestPorts;
import dev.signalbox.demo.services.config.DatabaseAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
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
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// The demo's own broker and database server, as the supervisor starts them, for all tests of a JVM. They
/// end with it: their life line is this process.
public final class Backend {

    private static final Path HOME = home();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final Path folder;
    private final String password = "correct-horse";
    private final int brokerPort = TestPorts.free();
    private final int controllerPort = TestPorts.free();
    private final int databasePort = TestPorts.free();
    private PartProcess broker;
    private final PartProcess database;

    private Backend() throws IOException {
        folder = Files.createTempDirectory("demo-services-");
        // Where root has no user namespaces the database server runs as somebody else
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        database =
                startPart(
                        "database",
                        "dev.signalbox.demo.database.DatabaseMain",
                        Map.of("port", Integer.toString(databasePort), "password", password));
        broker = startBrokerProcess();
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

    public String kafka() {
        return "127.0.0.1:" + brokerPort;
    }

    /// Stops the broker in order.
    public void stopBroker() throws IOException {
        broker.close();
    }

    /// Kills the broker, as `kill -9`.
    public void killBroker() throws InterruptedException {
        broker.kill().awaitExit();
    }

    /// Starts the broker again, on the same port with its data.
    public void startBroker() throws IOException {
        broker = startBrokerProcess().awaitReady();
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
        return new DatabaseAccess(url(name), "postgres", password);
    }

    /// A plain connection.
    public Connection connect(String name) throws SQLException {
        return DriverManager.getConnection(url(name), "postgres", password);
    }

    /// A new folder of a process.
    public Path newFolder(String name) throws IOException {
        return Files.createTempDirectory(folder, name + "-");
    }

    /// The libraries of one of the demo's modules, as a class path.
    public static String libraries(String module) {
        Path lib = HOME.resolve("lib").resolve(module);
        if (!Files.isDirectory(lib)) {
            throw new IllegalStateException(
                    lib + " is missing; it is made by `mvn package` of embedded-demo/" + module);
        }
        return lib + "/*";
    }

    private String url(String name) {
        return "jdbc:postgresql://127.0.0.1:" + databasePort + "/" + name;
    }

    private PartProcess startBrokerProcess() throws IOException {
        return startPart(
                "broker",
                "dev.signalbox.demo.broker.BrokerMain",
                Map.of(
                        "port",
                        Integer.toString(brokerPort),
                        "controllerPort",
                        Integer.toString(controllerPort)));
    }

    private PartProcess startPart(String module, String main, Map<String, String> settings)
            throws IOException {
        Path own = Files.createDirectories(folder.resolve(module));
        Properties properties = new Properties();
        properties.putAll(settings);
        properties.setProperty("folder", own.toString());
        Path file = folder.resolve(module + ".properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
        return PartProcess.start(own, libraries(module), List.of(main, file.toString()));
    }

    private void end() {
        try {
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

    private static Path home() {
        String given = System.getProperty("demo.home");
        if (given == null) {
            throw new IllegalStateException("system property demo.home is not set");
        }
        return Path.of(given);
    }
}
