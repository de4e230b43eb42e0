package dev.signalbox.demo.services.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.signalbox.demo.services.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.MessageDigest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The service's HTTP interface, on loopback. `/health` answers anybody; every other route wants the
/// bearer token.
public final class HttpApi implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpApi.class);
    private static final int LONGEST_BODY = 64 * 1024;

    static {
        // Without it every small answer on a kept connection waits for the peer's delayed
        // acknowledgement, some 40 ms
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final byte[] authorization;
    private final Map<String, Endpoint> endpoints = new ConcurrentHashMap<>();
    private volatile boolean ready;

    private HttpApi(HttpServer server, String token) {
        this.server = server;
        this.authorization = ("Bearer " + token).getBytes(UTF_8);
    }

    /// Listens at once and says "not ready" until [#ready()].
    public static HttpApi listen(int port, String token) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        HttpApi api = new HttpApi(server, token);
        server.setExecutor(api.threads);
        server.createContext("/", api::handle);
        server.start();
        return api;
    }

    /// Adds a route.
    ///
    /// @param route method and path, as `GET /status`; a path that ends in `/` takes one more segment
    public void route(String route, Endpoint endpoint) {
        endpoints.put(route, endpoint);
    }

    /// From now on `/health` answers 200 and the other routes are served.
    public void ready() {
        ready = true;
    }

    /// Takes no further requests; gives those under way a second.
    @Override
    public void close() {
        server.stop(1);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, reply(exchange));
        }
    }

    /// Catches any exception: one that is not expected must be answered and logged, not dropped with the
    /// connection.
    private Reply reply(HttpExchange exchange) throws IOException {
        try {
            return answer(exchange);
        } catch (RefusedException e) {
            return e.reply();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Reply.refused(503, "the service is stopping");
        } catch (RuntimeException e) {
            LOG.error("{} {}", exchange.getRequestMethod(), exchange.getRequestURI(), e);
            return Reply.refused(500, e.toString());
        }
    }

    private Reply answer(HttpExchange exchange)
            throws IOException, RefusedException, InterruptedException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/health")) {
            return ready ? Reply.ok() : Reply.refused(503, "starting");
        }
        if (!isAuthorised(exchange)) {
            return Reply.refused(401, "bearer token missing or wrong");
        }
        if (!ready) {
            return Reply.refused(503, "starting");
        }
        int end = path.lastIndexOf('/') + 1;
        Endpoint whole = endpoints.get(exchange.getRequestMethod() + " " + path);
        if (whole != null) {
            return whole.answer(request(exchange, ""));
        }
        Endpoint family = endpoints.get(exchange.getRequestMethod() + " " + path.substring(0, end));
        if (family != null) {
            return family.answer(request(exchange, path.substring(end)));
        }
        return Reply.refused(404, "no " + exchange.getRequestMethod() + " " + path);
    }

    private boolean isAuthorised(HttpExchange exchange) {
        String given = exchange.getRequestHeaders().getFirst("Authorization");
        return given != null && MessageDigest.isEqual(authorization, given.getBytes(UTF_8));
    }

    private static Request request(HttpExchange exchange, String subject)
            throws IOException, RefusedException {
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            throw new RefusedException(413, "body over " + LONGEST_BODY + " bytes");
        }
        return new Request(subject, exchange.getRequestHeaders(), new String(body, UTF_8));
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        byte[] body = Json.text(reply.body()).getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body);
    }
}
