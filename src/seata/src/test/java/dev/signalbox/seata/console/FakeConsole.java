package dev.signalbox.seata.console;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A web server that says what a test puts in its mouth, and remembers what it was asked.
final class FakeConsole implements AutoCloseable {

    static final String LOGIN = "/api/v1/auth/login";
    static final String TRANSACTIONS = "/api/v1/console/globalSession/query";
    static final String LOCKS = "/api/v1/console/globalLock/query";
    static final String NOTHING = page(0, "");

    private final HttpServer server;
    private final Map<String, Function<Asked, Reply>> answers = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    FakeConsole() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.createContext("/", this::serve);
        server.start();
    }

    /// @param token as it came, empty where none did
    record Asked(String path, String query, String token, String body) {}

    record Reply(int status, String body) {}

    static Reply ok(String body) {
        return new Reply(200, body);
    }

    /// A page with these entries, which are JSON objects with commas between.
    static String page(int total, String entries) {
        return "{\"code\":\"200\",\"total\":"
                + total
                + ",\"data\":["
                + entries
                + "],\"success\":true}";
    }

    FakeConsole on(String path, Reply reply) {
        return on(path, _ -> reply);
    }

    FakeConsole on(String path, Function<Asked, Reply> answer) {
        answers.put(path, answer);
        return this;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String query = exchange.getRequestURI().getQuery();
            @Nullable String token = exchange.getRequestHeaders().getFirst("Authorization");
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String path = exchange.getRequestURI().getPath();
            Asked question =
                    new Asked(path, query == null ? "" : query, token == null ? "" : token, body);
            asked.add(question);
            Reply reply = answers.getOrDefault(path, _ -> new Reply(404, "")).apply(question);
            byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Location", "/login");
            exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        }
    }
}
