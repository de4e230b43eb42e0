package dev.signalbox.core.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoControlTest {
    private static final String STATE =
            """
            {"parts":[{"name":"broker","state":"UP","pid":12,"since":"2026-11-22T10:00:00Z","restarts":1},
                      {"name":"order","state":"DOWN","since":"2026-11-22T10:00:01Z","restarts":0}],
             "incidents":[{"name":"poison-messages","on":true,"remaining":2},{"name":"payment-hangs","on":false}],
             "traffic":{"ordersPerSecond":4,"placed":10,"completed":7,"failed":2,"hung":1}}
            """;

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private HttpServer server = anyServer();
    private int status = 200;
    private String answer = "";

    @BeforeEach
    void serve() {
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void readsPartsIncidentsAndTraffic() throws Exception {
        answer = STATE;

        DemoState state = call(DemoControl::state);

        Instant since = Instant.parse("2026-11-22T10:00:00Z");
        assertThat(state.parts())
                .containsExactly(
                        new DemoState.Part(
                                "broker",
                                DemoState.PartState.UP,
                                OptionalLong.of(12),
                                Optional.of(since),
                                1),
                        new DemoState.Part(
                                "order",
                                DemoState.PartState.DOWN,
                                OptionalLong.empty(),
                                Optional.of(since.plusSeconds(1)),
                                0));
        assertThat(state.incidents())
                .containsExactly(
                        new DemoState.Incident("poison-messages", true, OptionalInt.of(2)),
                        new DemoState.Incident("payment-hangs", false, OptionalInt.empty()));
        assertThat(state.traffic()).isEqualTo(traffic(10, 7, 2, 1));
        assertThat(requests).containsExactly("GET /state Bearer secret ");
    }

    @Test
    void aFigureThatIsNotToldIsUnknownAndNotNought() throws Exception {
        answer =
                STATE.replace("\"placed\":10,\"completed\":7,", "\"placed\":null,")
                        .replace("\"hung\":1", "\"hung\":null");

        DemoState.Traffic traffic = call(DemoControl::state).traffic();

        assertThat(traffic.ordersPerSecond()).isEqualTo(4);
        assertThat(traffic.placed()).isEmpty();
        assertThat(traffic.completed()).isEmpty();
        assertThat(traffic.failed()).hasValue(2);
        assertThat(traffic.hung()).isEmpty();
    }

    @Test
    void aRateThatIsNotToldIsAProblem() {
        answer = STATE.replace("\"ordersPerSecond\":4", "\"ordersPerSecond\":null");

        assertThat(problemOf(DemoControl::state).kind()).isEqualTo(ProblemKind.UNEXPECTED);
    }

    @Test
    void switchesIncidentsAndTraffic() throws Exception {
        call(
                control -> {
                    control.incident("poison-messages", true, OptionalInt.of(3));
                    control.incident("slow-consumer", false, OptionalInt.empty());
                    control.traffic(2.5);
                    control.stop();
                    return Optional.empty();
                });

        assertThat(requests)
                .containsExactly(
                        "PUT /incidents/poison-messages Bearer secret {\"on\":true,\"count\":3}",
                        "PUT /incidents/slow-consumer Bearer secret {\"on\":false}",
                        "PUT /traffic Bearer secret {\"ordersPerSecond\":2.5}",
                        "POST /stop Bearer secret ");
    }

    @Test
    void aRefusalSaysWhatWasRefusedAndWhy() {
        status = 404;
        answer = "no such incident";

        Problem problem =
                problemOf(
                        control -> {
                            control.incident("floods", true, OptionalInt.empty());
                            return Optional.empty();
                        });

        assertThat(problem.kind()).isEqualTo(ProblemKind.NOT_FOUND);
        assertThat(problem.summary()).contains("floods").contains("no such incident");
    }

    @Test
    void aDemoThatIsGoneIsUnreachable() {
        server.stop(0);

        assertThat(problemOf(DemoControl::state).kind()).isEqualTo(ProblemKind.UNREACHABLE);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(
                String.join(
                        " ",
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().toString(),
                        exchange.getRequestHeaders().getFirst("Authorization"),
                        body));
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private interface Call<T> {
        T with(DemoControl control) throws ConnectorException, InterruptedException;
    }

    private <T> T call(Call<T> call) throws ConnectorException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        DemoDescription demo =
                new DemoDescription(
                        1,
                        address,
                        "secret",
                        "",
                        null,
                        new DemoDescription.Seata("", "", "", "", ""),
                        Map.of());
        try (DemoControl control = new DemoControl(demo)) {
            return call.with(control);
        }
    }

    private Problem problemOf(Call<?> call) {
        return assertThatExceptionOfType(ConnectorException.class)
                .isThrownBy(() -> call(call))
                .actual()
                .problem();
    }

    private static DemoState.Traffic traffic(long placed, long completed, long failed, long hung) {
        return new DemoState.Traffic(
                4,
                OptionalLong.of(placed),
                OptionalLong.of(completed),
                OptionalLong.of(failed),
                OptionalLong.of(hung));
    }

    private static HttpServer anyServer() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
