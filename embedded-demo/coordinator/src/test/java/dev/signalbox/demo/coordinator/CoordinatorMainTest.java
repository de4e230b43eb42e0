package dev.signalbox.demo.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.demo.part.PartProcess;
import dev.signalbox.demo.part.TestPorts;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoordinatorMainTest {
    @TempDir Path folder;

    private CoordinatorUnderTest coordinator;

    @BeforeEach
    void choosePorts() {
        coordinator = new CoordinatorUnderTest(folder);
    }

    @Test
    void aStuckTransactionIsFoundAgainAfterAKill() throws Exception {
        try (PartProcess process = coordinator.start()) {
            try (Connection store = coordinator.store("store-word");
                    Statement statement = store.createStatement()) {
                statement.execute(
                        "INSERT INTO global_table (xid, transaction_id, status, timeout,"
                                + " begin_time, transaction_name) VALUES ('stuck:1', 1, 12,"
                                + " 60000, 0, 'place-order')");
            }
            process.kill().awaitExit();
        }
        try (PartProcess _ = coordinator.start()) {
            JsonNode login = coordinator.login("console-word");
            assertThat(
                            coordinator
                                    .get(CoordinatorUnderTest.QUERY, login.path("data").asText())
                                    .body())
                    .contains("stuck:1");
        }
    }

    @Test
    void nothingListensOnceTheLifelineEnded() throws Exception {
        try (PartProcess process = coordinator.start()) {
            process.cutLifeline().awaitExit();

            assertThat(TestPorts.listens(coordinator.port)).isFalse();
            assertThat(TestPorts.listens(coordinator.consolePort)).isFalse();
            assertThat(TestPorts.listens(coordinator.storePort)).isFalse();
        }
    }
}
