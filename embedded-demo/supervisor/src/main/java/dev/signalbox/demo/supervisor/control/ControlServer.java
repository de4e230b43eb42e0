package dev.signalbox.demo.supervisor.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.signalbox.demo.supervisor.process.Part;
import dev.signalbox.demo.supervisor.process.Parts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.MessageDigest;
import java.util.OptionalInt;
import java.util.concurrent.Executors;

/// The requests by which the console steers the demo, on loopback, for whoever knows the token. The
/// README has them.
public final class ControlServer {
    private static final int LONGEST_BODY = 16 * 1024;

    private final Parts parts;
    private final Steering steering;
    private final byte[] authorization;
    private final Runnable stop;

    /// @param stop ends the supervisor; called on a thread of its own
    public ControlServer(Parts parts, Steering steering, String token, Runnable stop) {
        this.parts = parts;
        this.steering = steering;
        this.authorization = ("Bearer " + token).getBytes(UTF_8);
        this.stop = stop;
    }

    public void listen(int port) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            int status = 200;
            ObjectNode answer;
            try {
                answer = answer(exchange);
            } catch (RefusedException e) {
                status = e.status();
                answer = Json.object().put("error", e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                status = 503;
                answer = Json.object().put("error", "The demo is stopping");
            }
            byte[] body = answer.toString().getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private ObjectNode answer(HttpExchange exchange)
            throws IOException, RefusedException, InterruptedException {
        if (!authorised(exchange)) {
            throw new RefusedException(401, "The bearer token is missing or wrong");
        }
        String path = exchange.getRequestURI().getPath();
        String request = exchange.getRequestMethod() + " " + path;
        if (request.equals("GET /state")) {
            return StateReport.of(
                    parts.all().stream().map(Part::status).toList(), steering.situation());
        }
        if (request.equals("PUT /traffic")) {
            steering.traffic(number(body(exchange), "ordersPerSecond"));
            return Json.object();
        }
        if (request.startsWith("PUT /incidents/")) {
            JsonNode body = body(exchange);
            String name = path.substring("/incidents/".length());
            steering.incident(name, on(body), count(body));
            return Json.object();
        }
        if (request.equals("POST /stop")) {
            Thread.ofPlatform().name("stop").start(stop);
            return Json.object();
        }
        throw new RefusedException(404, "No " + request);
    }

    private boolean authorised(HttpExchange exchange) {
        String given = exchange.getRequestHeaders().getFirst("Authorization");
        return given != null && MessageDigest.isEqual(authorization, given.getBytes(UTF_8));
    }

    private static JsonNode body(HttpExchange exchange) throws IOException, RefusedException {
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            throw new RefusedException(413, "The body is longer than " + LONGEST_BODY + " bytes");
        }
        try {
            return Json.mapper().readTree(body);
        } catch (JacksonException e) {
            throw new RefusedException(400, "The body is no JSON");
        }
    }

    private static double number(JsonNode body, String field) throws RefusedException {
        JsonNode value = body.path(field);
        if (!value.isNumber()) {
            throw new RefusedException(400, "'" + field + "' must be a number");
        }
        return value.asDouble();
    }

    private static boolean on(JsonNode body) throws RefusedException {
        JsonNode value = body.path("on");
        if (!value.isBoolean()) {
            throw new RefusedException(400, "'on' must be true or false");
        }
        return value.asBoolean();
    }

    private static OptionalInt count(JsonNode body) throws RefusedException {
        JsonNode value = body.path("count");
        if (value.isMissingNode() || value.isNull()) {
            return OptionalInt.empty();
        }
        if (!value.canConvertToInt() || value.asInt() < 1) {
            throw new RefusedException(400, "'count' must be a whole number above 0");
        }
        return OptionalInt.of(value.asInt());
    }
}
