package dev.signalbox.demo.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.demo.part.PartProcess;
import dev.signalbox.demo.part.TestPorts;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// A coordinator that is ready. These tests only look.
@TestInstance(Lifecycle.PER_CLASS)
class ReadyCoordinatorTest {
    private CoordinatorUnderTest coordinator;
    private PartProcess process;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        coordinator = new CoordinatorUnderTest(folder);
        process = coordinator.start();
    }

    @AfterAll
    void stop() throws Exception {
        process.close();
    }

    @Test
    void aFreshCoordinatorListsNoTransactionsAndNoLocksToWhoIsLoggedIn() throws Exception {
        JsonNode login = coordinator.login("console-word");
        assertThat(login.path("code").asText()).isEqualTo("200");

        for (String query : List.of(CoordinatorUnderTest.QUERY, CoordinatorUnderTest.LOCKS)) {
            HttpResponse<String> list = coordinator.get(query, login.path("data").asText());
            assertThat(list.statusCode()).isEqualTo(200);
            assertThat(CoordinatorUnderTest.JSON.readTree(list.body()).path("total").asInt(-1))
                    .isZero();
        }
    }

    @Test
    void nobodyElseGetsTheList() throws Exception {
        assertThat(coordinator.login("seata").path("code").asText()).isEqualTo("401");
        assertThat(coordinator.get(CoordinatorUnderTest.QUERY, "Bearer nothing").statusCode())
                .isEqualTo(401);
    }

    @Test
    void nobodyOutsideThisMachineCanReachIt() throws Exception {
        for (int door :
                new int[] {coordinator.port, coordinator.consolePort, coordinator.storePort}) {
            assertThat(TestPorts.listens(door)).isTrue();
            assertThat(TestPorts.listensElsewhere(door)).isEmpty();
        }
    }

    @Test
    void theStoreAsksForItsPassword() throws Exception {
        assertThatThrownBy(() -> coordinator.store("wrong").close())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("Wrong user name or password");
    }
}
