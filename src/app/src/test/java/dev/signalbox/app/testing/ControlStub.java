package dev.signalbox.app.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Answers the control requests of a demo, and writes the description of a running one into a folder: this very
/// process stands in for its supervisor.
public final class ControlStub implements AutoCloseable {
    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile String state;

    public ControlStub(Path folder, String state) throws IOException {
        this.state = state;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        Files.writeString(
                folder.resolve("demo.json"),
                """
                {"pid": %d, "control": "http://127.0.0.1:%d", "token": "t", "kafka": "127.0.0.1:1",
                 "seata": {"server": "127.0.0.1:2", "console": "http://127.0.0.1:3", "user": "u",
                           "password": "p", "group": "g"},
                 "databases": {}}
                """
                        .formatted(
                                ProcessHandle.current().parent().orElseThrow().pid(),
                                server.getAddress().getPort()));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            if (!exchange.getRequestMethod().equals("GET")) {
                asked.add(
                        exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
            }
            byte[] answer = state.getBytes(UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    /// What it is to tell from now on.
    public void tell(String newer) {
        state = newer;
    }

    /// What was asked of it to change.
    public List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    public static Path newFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "demo");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String state(boolean poison) {
        return """
        {"parts": [
            {"name": "database", "state": "UP", "pid": 4711, "since": "2026-11-22T10:00:00Z", "restarts": 0},
            {"name": "broker", "state": "UP", "pid": 4712, "since": "2026-11-22T10:00:03Z", "restarts": 0},
            {"name": "coordinator", "state": "UP", "pid": 4713, "since": "2026-11-22T10:00:05Z", "restarts": 0},
            {"name": "payment", "state": "UP", "pid": 4714, "since": "2026-11-22T10:00:08Z", "restarts": 0},
            {"name": "stock", "state": "DOWN", "pid": null, "since": "2026-11-22T10:04:00Z", "restarts": 2},
            {"name": "recommendation", "state": "UP", "pid": 4716, "since": "2026-11-22T10:00:08Z", "restarts": 0},
            {"name": "order", "state": "STARTING", "pid": 4717, "since": "2026-11-22T10:00:09Z", "restarts": 0}],
         "incidents": [
            {"name": "poison-messages", "on": %s, "remaining": 2},
            {"name": "slow-consumer", "on": true, "remaining": null},
            {"name": "payment-hangs", "on": false, "remaining": null},
            {"name": "broker-stopped", "on": false, "remaining": null}],
         "traffic": {"ordersPerSecond": 4.0, "placed": 1204, "completed": 1189, "failed": 3, "hung": 1}}
        """
                .formatted(poison);
    }
}
