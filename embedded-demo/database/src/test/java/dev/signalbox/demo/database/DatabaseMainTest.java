package dev.signalbox.demo.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseMainTest {
    private static final String PASSWORD = "correct-horse";

    @TempDir Path folder;

    private final int port = TestPorts.free();

    /// A test's folder is closed to others. Where root has no namespaces the server runs as another.
    @BeforeEach
    void letOthersPass() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void aReadyServerHasADatabaseForEachService() throws Exception {
        try (PartProcess _ = start()) {
            for (String name : Server.DATABASES) {
                try (Connection connection = connect(name, PASSWORD)) {
                    assertThat(connection.getCatalog()).isEqualTo(name);
                }
            }
        }
    }

    @Test
    void aWrongPasswordIsRefusedAndSoIsNone() throws Exception {
        try (PartProcess _ = start()) {
            assertThatThrownBy(() -> connect("orders", "wrong"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> connect("orders", ""))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
        }
    }

    @Test
    void nobodyOutsideThisMachineCanReachIt() throws Exception {
        try (PartProcess _ = start()) {
            assertThat(TestPorts.listens(port)).isTrue();
            assertThat(TestPorts.listensElsewhere(port)).isEmpty();
        }
    }

    @Test
    void theServerStopsWhenTheLifelineEndsAndKeepsItsRows() throws Exception {
        try (PartProcess database = start()) {
            writeRow();
            ProcessHandle server = server();
            assertThat(database.cutLifeline().awaitExit()).isZero();
            assertThat(server.isAlive()).isFalse();
            assertThat(TestPorts.listens(port)).isFalse();
        }
        try (PartProcess _ = start()) {
            assertThat(readRow()).isEqualTo("kept");
        }
    }

    @Test
    void theServerDoesNotOutliveAKilledProcessAndKeepsItsRows() throws Exception {
        try (PartProcess database = start()) {
            writeRow();
            ProcessHandle server = server();
            database.kill().awaitExit();
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> !server.isAlive() && !TestPorts.listens(port));
        }
        try (PartProcess _ = start()) {
            assertThat(readRow()).isEqualTo("kept");
        }
    }

    @Test
    void theProcessEndsWhenItsServerIsKilledAndCanBeStartedAgain() throws Exception {
        try (PartProcess database = start()) {
            writeRow();
            server().destroyForcibly();
            assertThat(database.awaitExit()).isNotZero();
        }
        try (PartProcess _ = start()) {
            assertThat(readRow()).isEqualTo("kept");
        }
    }

    private PartProcess start() throws IOException {
        return PartProcess.start(
                        DatabaseMain.class,
                        folder,
                        Map.of(
                                "folder", folder.resolve("database").toString(),
                                "port", Integer.toString(port),
                                "password", PASSWORD))
                .awaitReady();
    }

    private ProcessHandle server() throws IOException {
        Path pidFile = folder.resolve("database/data/postmaster.pid");
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        return ProcessHandle.of(pid).orElseThrow();
    }

    private Connection connect(String database, String password) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database, "postgres", password);
    }

    private void writeRow() throws SQLException {
        try (Connection connection = connect("orders", PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE note (text VARCHAR(10))");
            statement.execute("INSERT INTO note VALUES ('kept')");
        }
    }

    private String readRow() throws SQLException {
        try (Connection connection = connect("orders", PASSWORD);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT text FROM note")) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
