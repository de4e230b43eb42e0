package dev.signalbox.core.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.profile.Environment;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookTest {
    private static final Alert ALERT =
            new Alert(
                    "shop",
                    "Shop",
                    Environment.PRODUCTION,
                    AlertKind.LAG,
                    List.of("payment"),
                    Instant.parse("2026-11-22T12:00:00Z"),
                    Optional.empty());

    private final AtomicReference<String> received = new AtomicReference<>("");
    private HttpServer server;
    private volatile int answer = 204;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    received.set(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
                    exchange.sendResponseHeaders(answer, -1);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void anAlertIsToldAsJson() throws Exception {
        new Webhook().tell(address(), ALERT);

        assertThat(received.get())
                .isEqualTo(
                        "{\"connection\":\"Shop\",\"environment\":\"PRODUCTION\",\"kind\":\"LAG\","
                                + "\"since\":\"2026-11-22T12:00:00Z\",\"subjects\":[\"payment\"]}");
    }

    @Test
    void anAddressThatDoesNotTakeItIsToldWithoutItsSecret() {
        answer = 500;

        assertThatThrownBy(() -> new Webhook().tell(address(), ALERT))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("HTTP 500")
                .hasMessageNotContaining("t0ken");
        assertThatThrownBy(() -> new Webhook().tell("no address t0ken", ALERT))
                .isInstanceOf(ConnectorException.class)
                .hasMessageNotContaining("t0ken");
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook?key=t0ken";
    }
}
