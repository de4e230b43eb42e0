package dev.signalbox.demo.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.demo.part.PartProcess;
import dev.signalbox.demo.part.TestPorts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseMainTest {
    @TempDir Path folder;

    private DatabaseUnderTest database;

    @BeforeEach
    void choosePort() throws IOException {
        database = new DatabaseUnderTest(folder);
    }

    @Test
    void theServerStopsWhenTheLifelineEndsAndKeepsItsRows() throws Exception {
        try (PartProcess process = database.start()) {
            database.writeRow();
            ProcessHandle server = database.server();
            assertThat(process.cutLifeline().awaitExit()).isZero();
            assertThat(server.isAlive()).isFalse();
            assertThat(TestPorts.listens(database.port)).isFalse();
        }
        try (PartProcess _ = database.start()) {
            assertThat(database.readRow()).isEqualTo("kept");
        }
    }

    @Test
    void theServerDoesNotOutliveAKilledProcessAndKeepsItsRows() throws Exception {
        try (PartProcess process = database.start()) {
            database.writeRow();
            ProcessHandle server = database.server();
            process.kill().awaitExit();
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> !server.isAlive() && !TestPorts.listens(database.port));
        }
        try (PartProcess _ = database.start()) {
            assertThat(database.readRow()).isEqualTo("kept");
        }
    }

    @Test
    void theProcessEndsWhenItsServerIsKilledAndCanBeStartedAgain() throws Exception {
        try (PartProcess process = database.start()) {
            database.writeRow();
            database.server().destroyForcibly();
            assertThat(process.awaitExit()).isNotZero();
        }
        try (PartProcess _ = database.start()) {
            assertThat(database.readRow()).isEqualTo("kept");
        }
    }
}
