package dev.signalbox.rabbitmq;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.zip.GZIPInputStream;

/// Reads from the management API and from the Prometheus endpoint. Only ever GET: it changes nothing.
final class ManagementApi implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RabbitSettings settings;
    private final HttpClient http;
    private final String authorization;

    private static final class Answer {
        private final int status;
        private final byte[] content;

        Answer(int status, byte[] content) {
            this.status = status;
            this.content = content;
        }
    }

    ManagementApi(RabbitSettings settings) {
        this.settings = settings;
        // HTTP/1.1: some versions of the server stumble over the upgrade to 2.
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(settings.connectTimeout())
                        .sslContext(settings.trust().context())
                        .build();
        RabbitSettings.Login login = settings.managementLogin();
        this.authorization =
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(
                                        (login.user() + ":" + login.password())
                                                .getBytes(StandardCharsets.UTF_8));
    }

    /// @param path below `/api`, such as `/overview`
    JsonNode get(String path) throws ConnectorException, InterruptedException {
        Answer answer = ask(path);
        if (answer.status != 200) {
            throw refused(answer.status, path, answer.content);
        }
        return parsed(answer);
    }

    /// A health check, which answers a failure with its reasons.
    JsonNode health(String path) throws ConnectorException, InterruptedException {
        Answer answer = ask(path);
        if (answer.status != 200 && answer.status != 503) {
            throw refused(answer.status, path, answer.content);
        }
        return parsed(answer);
    }

    private Answer ask(String path) throws ConnectorException, InterruptedException {
        return send(
                settings.management(),
                request(settings.management(), "/api" + path)
                        .header("Authorization", authorization)
                        .header("Accept", "application/json"));
    }

    private JsonNode parsed(Answer answer) throws ConnectorException {
        try {
            JsonNode content = JSON.readTree(answer.content);
            if (content != null && content.isContainerNode()) {
                return content;
            }
        } catch (JsonProcessingException e) {
            // Something else is there: told below.
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory", e);
        }
        throw RabbitProblems.exception(ProblemKind.INVALID, "api.not-it", address());
    }

    /// The text of a Prometheus endpoint. It asks for no login, and is told none.
    ///
    /// @throws ConnectorException `UNSUPPORTED` where something else answers
    String metrics(URI endpoint, String path) throws ConnectorException, InterruptedException {
        Answer answer = send(endpoint, request(endpoint, path));
        if (answer.status != 200) {
            throw RabbitProblems.exception(
                    ProblemKind.UNSUPPORTED, "api.no-prometheus", endpoint.getAuthority());
        }
        return new String(answer.content, StandardCharsets.UTF_8);
    }

    String address() {
        return settings.management().getAuthority();
    }

    /// A name as part of a path.
    static String segment(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static HttpRequest.Builder request(URI server, String path) {
        return HttpRequest.newBuilder(URI.create(server + path)).timeout(PATIENCE);
    }

    private Answer send(URI server, HttpRequest.Builder request)
            throws ConnectorException, InterruptedException {
        try {
            HttpResponse<byte[]> answer =
                    http.send(
                            request.header("Accept-Encoding", "gzip").build(),
                            BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), content(answer));
        } catch (IOException e) {
            throw RabbitProblems.exception(e, server.getAuthority());
        }
    }

    /// What thousands of queues tell is a twentieth when it is packed.
    private static byte[] content(HttpResponse<byte[]> answer) throws IOException {
        boolean packed =
                answer.headers()
                        .firstValue("Content-Encoding")
                        .filter("gzip"::equalsIgnoreCase)
                        .isPresent();
        if (!packed) {
            return answer.body();
        }
        try (GZIPInputStream content =
                new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            return content.readAllBytes();
        }
    }

    private ConnectorException refused(int status, String path, byte[] body) {
        String reason = reason(body);
        String user = settings.managementLogin().user();
        return switch (status) {
            // The server tells a login that is wrong from one without the right by its words only.
            case 401 ->
                    reason.startsWith("Not ")
                            ? RabbitProblems.exception(
                                    ProblemKind.AUTHORIZATION, "api.no-right", user, address())
                            : RabbitProblems.exception(
                                    ProblemKind.AUTHENTICATION,
                                    "api.login",
                                    user,
                                    address(),
                                    reason);
            case 403 ->
                    RabbitProblems.exception(
                            ProblemKind.AUTHORIZATION, "api.no-right", user, address());
            case 404 ->
                    reason.isEmpty()
                            ? RabbitProblems.exception(ProblemKind.INVALID, "api.not-it", address())
                            : RabbitProblems.exception(
                                    ProblemKind.NOT_FOUND, "api.missing", path, address());
            case 503, 502, 504 ->
                    RabbitProblems.exception(
                            ProblemKind.UNREACHABLE,
                            "api.not-now",
                            address(),
                            Integer.toString(status));
            default ->
                    RabbitProblems.exception(
                            ProblemKind.UNEXPECTED,
                            "api.failed",
                            address(),
                            Integer.toString(status),
                            reason);
        };
    }

    private static String reason(byte[] body) {
        try {
            JsonNode answer = JSON.readTree(body);
            return answer == null ? "" : answer.path("reason").asText("");
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
