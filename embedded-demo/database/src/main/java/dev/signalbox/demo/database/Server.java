package dev.signalbox.demo.database;

import java.io.File;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/// A running PostgreSQL server, a child of this process.
final class Server {
    static final List<String> DATABASES = List.of("orders", "payments", "stock", "recommendations");
    private static final Duration START = Duration.ofMinutes(1);
    private static final Duration STOP = Duration.ofSeconds(8);

    /// Small, and gone with its process: what it writes is kept when it is killed but not when the
    /// machine loses power, after which the demo starts with an empty folder anyway. No Unix socket
    /// and no POSIX shared memory: those would lie outside of the demo's folder.
    private static final Map<String, String> CONFIG =
            Map.ofEntries(
                    Map.entry("listen_addresses", "127.0.0.1"),
                    Map.entry("unix_socket_directories", ""),
                    Map.entry("dynamic_shared_memory_type", dynamicSharedMemory()),
                    Map.entry("fsync", "off"),
                    Map.entry("full_page_writes", "off"),
                    Map.entry("shared_buffers", "32MB"),
                    Map.entry("max_wal_size", "256MB"),
                    Map.entry("wal_level", "minimal"),
                    Map.entry("max_wal_senders", "0"),
                    Map.entry("max_logical_replication_workers", "0"),
                    Map.entry("max_connections", "100"),
                    Map.entry("max_prepared_transactions", "20"),
                    Map.entry("jit", "off"),
                    Map.entry("timezone", "UTC"),
                    Map.entry("log_timezone", "UTC"));

    private final Process process;
    private final Guard guard;
    private final int port;
    private final String password;

    private Server(Process process, Guard guard, int port, String password) {
        this.process = process;
        this.guard = guard;
        this.port = port;
        this.password = password;
    }

    /// Starts the server, with a guard that stops it should this process be killed.
    static Server start(Cluster cluster, int port, String password) throws IOException {
        List<String> arguments = new ArrayList<>();
        arguments.addAll(List.of("-D", cluster.data().toString(), "-p", Integer.toString(port)));
        CONFIG.forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
        Guard guard = Guard.post(cluster);
        Process process =
                new ProcessBuilder(cluster.programs().command("postgres", arguments))
                        .redirectErrorStream(true)
                        .redirectInput(nothing())
                        .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                        .start();
        guard.watch(process);
        return new Server(process, guard, port, password);
    }

    /// Waits until it lets us in.
    void awaitAccepting() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START.toNanos();
        while (true) {
            try (Connection _ = connect()) {
                return;
            } catch (SQLException notYet) {
                if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                    throw new IOException("PostgreSQL ended with code " + process.exitValue());
                }
                if (System.nanoTime() > deadline) {
                    throw new IOException("PostgreSQL lets nobody in", notYet);
                }
            }
        }
    }

    /// Creates the demo's databases that are not there yet.
    void createDatabases() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            List<String> present = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("SELECT datname FROM pg_database")) {
                while (rows.next()) {
                    present.add(rows.getString(1));
                }
            }
            for (String database : DATABASES) {
                if (!present.contains(database)) {
                    statement.execute("CREATE DATABASE " + database);
                }
            }
        }
    }

    /// Waits for its end, asked for or not, and tells the exit code.
    int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    /// Ends it: sessions are cut off, what was committed is kept.
    void stop() {
        if (!process.isAlive()) {
            guard.dismiss();
            return;
        }
        guard.release();
        process.onExit().completeOnTimeout(process, STOP.toSeconds(), TimeUnit.SECONDS).join();
        process.destroyForcibly().onExit().join();
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", Cluster.USER);
        properties.setProperty("password", password);
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres", properties);
    }

    private static String dynamicSharedMemory() {
        return Programs.windows() ? "windows" : "mmap";
    }

    private static File nothing() {
        return new File(Programs.windows() ? "NUL" : "/dev/null");
    }
}
