package dev.signalbox.demo.supervisor.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.signalbox.demo.supervisor.process.Part;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// What the supervisor sees of a service: its HTTP interface. It remembers what it was told.
final class FakeService implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, ServiceStatus.Switch> incidents = new ConcurrentHashMap<>();
    private final Map<String, Long> counters = new ConcurrentHashMap<>();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private volatile boolean silent;

    FakeService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    Service as(Part part) {
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new Service(part, base, "token", HttpClient.newHttpClient());
    }

    /// What it was told, in the order in which it was.
    List<String> told() {
        return List.copyOf(told);
    }

    void count(String counter, long value) {
        counters.put(counter, value);
    }

    /// From now on it says this of the incident.
    void says(String incident, boolean on, OptionalInt remaining) {
        incidents.put(incident, new ServiceStatus.Switch(on, remaining));
    }

    /// It does not answer requests, or does again.
    void silent(boolean now) {
        silent = now;
    }

    /// Forgets everything, as a process that is started again.
    void forget() {
        incidents.clear();
        counters.clear();
        told.clear();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (silent) {
                return;
            }
            byte[] answer = answer(exchange).toString().getBytes(UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private ObjectNode answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (exchange.getRequestMethod().equals("GET")) {
            return status();
        }
        JsonNode body = Json.mapper().readTree(exchange.getRequestBody());
        told.add(path + " " + body);
        if (path.startsWith("/incidents/")) {
            OptionalInt count =
                    body.has("count")
                            ? OptionalInt.of(body.path("count").asInt())
                            : OptionalInt.empty();
            says(path.substring("/incidents/".length()), body.path("on").asBoolean(), count);
        }
        return Json.object();
    }

    private ObjectNode status() {
        ObjectNode status = Json.object();
        counters.forEach(status.putObject("counters")::put);
        var list = status.putArray("incidents");
        incidents.forEach(
                (name, state) -> {
                    ObjectNode node = list.addObject().put("name", name).put("on", state.on());
                    state.remaining().ifPresent(left -> node.put("remaining", left));
                });
        return status;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
