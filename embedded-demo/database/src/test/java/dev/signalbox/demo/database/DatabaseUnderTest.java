package dev.signalbox.demo.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.demo.part.PartProcess;
import dev.signalbox.demo.part.TestPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/// A database server in a folder and on a port of its own, and what a client does to it.
final class DatabaseUnderTest {
    static final String PASSWORD = "correct-horse";

    private final Path folder;
    final int port = TestPorts.free();

    /// A test's folder is closed to others. Where root has no namespaces the server runs as another.
    DatabaseUnderTest(Path folder) throws IOException {
        this.folder = folder;
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    PartProcess start() throws IOException {
        return PartProcess.start(
                        DatabaseMain.class,
                        folder,
                        Map.of(
                                "folder", folder.resolve("database").toString(),
                                "port", Integer.toString(port),
                                "password", PASSWORD))
                .awaitReady();
    }

    ProcessHandle server() throws IOException {
        Path pidFile = folder.resolve("database/data/postmaster.pid");
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        return ProcessHandle.of(pid).orElseThrow();
    }

    Connection connect(String database, String password) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database, "postgres", password);
    }

    void writeRow() throws SQLException {
        try (Connection connection = connect("orders", PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE note (text VARCHAR(10))");
            statement.execute("INSERT INTO note VALUES ('kept')");
        }
    }

    String readRow() throws SQLException {
        try (Connection connection = connect("orders", PASSWORD);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT text FROM note")) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
