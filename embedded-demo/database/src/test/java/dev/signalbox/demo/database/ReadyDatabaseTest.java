package dev.signalbox.demo.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.demo.part.PartProcess;
import dev.signalbox.demo.part.TestPorts;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// A server that is ready. These tests only look.
@TestInstance(Lifecycle.PER_CLASS)
class ReadyDatabaseTest {
    private DatabaseUnderTest database;
    private PartProcess process;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        database = new DatabaseUnderTest(folder);
        process = database.start();
    }

    @AfterAll
    void stop() throws Exception {
        process.close();
    }

    @Test
    void aReadyServerHasADatabaseForEachService() throws Exception {
        for (String name : Server.DATABASES) {
            try (Connection connection = database.connect(name, DatabaseUnderTest.PASSWORD)) {
                assertThat(connection.getCatalog()).isEqualTo(name);
            }
        }
    }

    @Test
    void aWrongPasswordIsRefusedAndSoIsNone() throws Exception {
        assertThatThrownBy(() -> database.connect("orders", "wrong"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
        assertThatThrownBy(() -> database.connect("orders", ""))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password");
    }

    @Test
    void nobodyOutsideThisMachineCanReachIt() throws Exception {
        assertThat(TestPorts.listens(database.port)).isTrue();
        assertThat(TestPorts.listensElsewhere(database.port)).isEmpty();
    }
}
