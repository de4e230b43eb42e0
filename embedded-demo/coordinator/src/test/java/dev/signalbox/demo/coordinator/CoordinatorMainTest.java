package dev.signalbox.demo.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signalbox.demo.part.PartProcess;
import dev.signalbox.demo.part.TestPorts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoordinatorMainTest {
    private static final String QUERY = "/api/v1/console/globalSession/query?pageNum=1&pageSize=10";
    private static final String LOCKS = "/api/v1/console/globalLock/query?pageNum=1&pageSize=10";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir Path folder;

    private final int port = TestPorts.free();
    private final int consolePort = TestPorts.free();
    private final int storePort = TestPorts.free();
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void aFreshCoordinatorListsNoTransactionsAndNoLocksToWhoIsLoggedIn() throws Exception {
        try (PartProcess _ = start()) {
            JsonNode login = login("console-word");
            assertThat(login.path("code").asText()).isEqualTo("200");

            for (String query : List.of(QUERY, LOCKS)) {
                HttpResponse<String> list = get(query, login.path("data").asText());
                assertThat(list.statusCode()).isEqualTo(200);
                assertThat(JSON.readTree(list.body()).path("total").asInt(-1)).isZero();
            }
        }
    }

    @Test
    void nobodyElseGetsTheList() throws Exception {
        try (PartProcess _ = start()) {
            assertThat(login("seata").path("code").asText()).isEqualTo("401");
            assertThat(get(QUERY, "Bearer nothing").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void nobodyOutsideThisMachineCanReachIt() throws Exception {
        try (PartProcess _ = start()) {
            for (int door : new int[] {port, consolePort, storePort}) {
                assertThat(TestPorts.listens(door)).isTrue();
                assertThat(TestPorts.listensElsewhere(door)).isEmpty();
            }
        }
    }

    @Test
    void aStuckTransactionIsFoundAgainAfterAKill() throws Exception {
        try (PartProcess coordinator = start()) {
            try (Connection store = store("store-word");
                    Statement statement = store.createStatement()) {
                statement.execute(
                        "INSERT INTO global_table (xid, transaction_id, status, timeout,"
                                + " begin_time, transaction_name) VALUES ('stuck:1', 1, 12,"
                                + " 60000, 0, 'place-order')");
            }
            coordinator.kill().awaitExit();
        }
        try (PartProcess _ = start()) {
            JsonNode login = login("console-word");
            assertThat(get(QUERY, login.path("data").asText()).body()).contains("stuck:1");
        }
    }

    @Test
    void theStoreAsksForItsPassword() throws Exception {
        try (PartProcess _ = start()) {
            assertThatThrownBy(() -> store("wrong").close())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("Wrong user name or password");
        }
    }

    @Test
    void nothingListensOnceTheLifelineEnded() throws Exception {
        try (PartProcess coordinator = start()) {
            coordinator.cutLifeline().awaitExit();

            assertThat(TestPorts.listens(port)).isFalse();
            assertThat(TestPorts.listens(consolePort)).isFalse();
            assertThat(TestPorts.listens(storePort)).isFalse();
        }
    }

    private PartProcess start() throws IOException {
        return PartProcess.start(
                        CoordinatorMain.class,
                        folder,
                        Map.of(
                                "folder", folder.resolve("coordinator").toString(),
                                "port", Integer.toString(port),
                                "consolePort", Integer.toString(consolePort),
                                "consolePassword", "console-word",
                                "storePort", Integer.toString(storePort),
                                "storePassword", "store-word"))
                .awaitReady();
    }

    private JsonNode login(String password) throws IOException, InterruptedException {
        String body = JSON.writeValueAsString(Map.of("username", "seata", "password", password));
        HttpRequest request =
                HttpRequest.newBuilder(console("/api/v1/auth/login"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
    }

    private HttpResponse<String> get(String path, String authorization)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(console(path))
                        .header("Authorization", authorization)
                        .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private URI console(String path) {
        return URI.create("http://127.0.0.1:" + consolePort + path);
    }

    private Connection store(String password) throws SQLException {
        Store store = new Store(folder.resolve("coordinator/sessions"), storePort, password);
        return DriverManager.getConnection(store.url(), Store.USER, password);
    }
}
