package dev.signalbox.seata.lab;

import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A real PostgreSQL in a process of its own, on loopback, without a password.
public final class PostgresServer {

    /// Keeps the server until its own standard input ends, however its starter ends.
    private static final String LIFE_LINE =
            "\"$@\" & server=$!; read -r _; kill -INT $server; wait $server";

    private final int port = Ports.free();

    PostgresServer(Path programs, Path folder) throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        PostgresPrograms postgres = PostgresPrograms.initialise(programs, data);
        List<String> server =
                postgres.command(
                        "postgres",
                        List.of(
                                "-D",
                                data.toString(),
                                "-p",
                                Integer.toString(port),
                                "-c",
                                "listen_addresses=127.0.0.1",
                                "-c",
                                "unix_socket_directories=",
                                "-c",
                                "fsync=off"));
        List<String> command = new ArrayList<>(List.of("sh", "-c", LIFE_LINE, "postgres"));
        command.addAll(server);
        Path log = folder.resolve("postgres.log");
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        await("PostgreSQL, log " + log)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .ignoreException(SQLException.class)
                .untilAsserted(() -> connect("postgres").close());
    }

    /// Makes a database with the tables of a shop, empty, and the undo log that AT branches need.
    public void createShop(String database) throws Exception {
        execute("postgres", "CREATE DATABASE " + database);
        execute(
                database,
                "CREATE TABLE purchase (id INT PRIMARY KEY, quantity INT NOT NULL)",
                "CREATE TABLE item (id INT PRIMARY KEY, quantity INT NOT NULL)",
                """
                CREATE TABLE undo_log (
                  id SERIAL PRIMARY KEY, branch_id BIGINT NOT NULL, xid VARCHAR(128) NOT NULL,
                  context VARCHAR(128) NOT NULL, rollback_info BYTEA NOT NULL, log_status INT NOT NULL,
                  log_created TIMESTAMP(0) NOT NULL, log_modified TIMESTAMP(0) NOT NULL,
                  UNIQUE (xid, branch_id))
                """);
    }

    public void execute(String database, String... statements) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /// The first column of the first row; -1 where there is no row.
    public long number(String database, String query) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            return result.next() ? result.getLong(1) : -1;
        }
    }

    /// What Seata calls the resource.
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), "postgres", "");
    }
}
