package dev.signalbox.demo.coordinator;

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
import java.util.Map;

/// A coordinator in a folder and on ports of its own, and whoever asks its console and its store.
final class CoordinatorUnderTest {
    static final String QUERY = "/api/v1/console/globalSession/query?pageNum=1&pageSize=10";
    static final String LOCKS = "/api/v1/console/globalLock/query?pageNum=1&pageSize=10";
    static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    final int port = TestPorts.free();
    final int consolePort = TestPorts.free();
    final int storePort = TestPorts.free();
    private final HttpClient http = HttpClient.newHttpClient();

    CoordinatorUnderTest(Path folder) {
        this.folder = folder;
    }

    PartProcess start() throws IOException {
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

    JsonNode login(String password) throws IOException, InterruptedException {
        String body = JSON.writeValueAsString(Map.of("username", "seata", "password", password));
        HttpRequest request =
                HttpRequest.newBuilder(console("/api/v1/auth/login"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
    }

    HttpResponse<String> get(String path, String authorization)
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

    Connection store(String password) throws SQLException {
        Store store = new Store(folder.resolve("coordinator/sessions"), storePort, password);
        return DriverManager.getConnection(store.url(), Store.USER, password);
    }
}
