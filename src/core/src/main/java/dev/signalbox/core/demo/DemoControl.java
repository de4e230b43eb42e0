package dev.signalbox.core.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalInt;

/// Steers a running demo. Every call blocks for one request, ten seconds at most.
public final class DemoControl implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new Jdk8Module())
                    .addModule(new JavaTimeModule())
                    // A figure that is not told must not become 0
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    private final URI base;
    private final String token;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();

    public DemoControl(DemoDescription demo) {
        this.base = demo.control();
        this.token = demo.token();
    }

    /// Parts, incidents and traffic as they are now.
    public DemoState state() throws ConnectorException, InterruptedException {
        String answer = send("GET", "/state", BodyPublishers.noBody());
        try {
            return JSON.readValue(answer, DemoState.class);
        } catch (JsonProcessingException e) {
            throw new ConnectorException(
                    new Problem(
                            ProblemKind.UNEXPECTED, DemoTexts.get("control.answer"), "", answer),
                    e);
        }
    }

    /// Switches an incident.
    ///
    /// @param count after so many effects it switches itself off; empty: it stays on
    /// @throws ConnectorException `NOT_FOUND` when there is no incident of that name
    public void incident(String name, boolean on, OptionalInt count)
            throws ConnectorException, InterruptedException {
        ObjectNode body = JSON.createObjectNode().put("on", on);
        count.ifPresent(effects -> body.put("count", effects));
        String path = "/incidents/" + URLEncoder.encode(name, StandardCharsets.UTF_8);
        send("PUT", path, BodyPublishers.ofString(body.toString()));
    }

    /// Sets the rate at which orders are placed.
    ///
    /// @throws ConnectorException `INVALID` when the demo does not accept the rate
    public void traffic(double ordersPerSecond) throws ConnectorException, InterruptedException {
        ObjectNode body = JSON.createObjectNode().put("ordersPerSecond", ordersPerSecond);
        send("PUT", "/traffic", BodyPublishers.ofString(body.toString()));
    }

    /// Asks it to stop everything and end.
    public void stop() throws ConnectorException, InterruptedException {
        send("POST", "/stop", BodyPublishers.noBody());
    }

    private String send(String method, String path, BodyPublisher body)
            throws ConnectorException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(base.resolve(path))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, body)
                        .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw refused(method + " " + path, answer);
            }
            return answer.body();
        } catch (HttpTimeoutException e) {
            throw failed(ProblemKind.TIMEOUT, e);
        } catch (IOException e) {
            throw failed(ProblemKind.UNREACHABLE, e);
        }
    }

    private ConnectorException failed(ProblemKind kind, IOException cause) {
        return new ConnectorException(
                new Problem(
                        kind,
                        DemoTexts.get("control." + kind, base),
                        DemoTexts.get("control.remedy"),
                        cause.toString()),
                cause);
    }

    private static ConnectorException refused(String request, HttpResponse<String> answer) {
        ProblemKind kind =
                switch (answer.statusCode()) {
                    case 400, 422 -> ProblemKind.INVALID;
                    case 401, 403 -> ProblemKind.AUTHENTICATION;
                    case 404 -> ProblemKind.NOT_FOUND;
                    case 409 -> ProblemKind.CONFLICT;
                    default -> ProblemKind.UNEXPECTED;
                };
        String said = answer.body().strip();
        return new ConnectorException(
                new Problem(
                        kind,
                        DemoTexts.get("control.refused", request, answer.statusCode(), said),
                        ""));
    }

    @Override
    public void close() {
        http.close();
    }
}
