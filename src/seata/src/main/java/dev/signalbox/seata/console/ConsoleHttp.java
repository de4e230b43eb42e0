package dev.signalbox.seata.console;

import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.seata.problem.SeataProblems;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/// Sends requests to one console and brings back what it answers, whatever that is.
final class ConsoleHttp implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);

    /// No page of a hundred transactions comes near; an address that streams for ever does not fill the memory.
    private static final long MOST_BYTES = 64L << 20;

    private final URI base;
    private final Duration answerTimeout;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(CONNECT_TIMEOUT)
                    .build();

    ConsoleHttp(URI base) {
        this(base, ANSWER_TIMEOUT);
    }

    ConsoleHttp(URI base, Duration answerTimeout) {
        this.base = base;
        this.answerTimeout = answerTimeout;
    }

    /// @param body as it came, may be empty
    record Reply(int status, String body) {}

    Reply get(String path, Map<String, String> query, Optional<String> token)
            throws ConnectorException, InterruptedException {
        String parameters =
                query.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
                        .collect(Collectors.joining("&"));
        HttpRequest.Builder request = to(path + "?" + parameters).GET();
        token.ifPresent(value -> request.header("Authorization", value));
        return send(request.build());
    }

    Reply post(String path, String json) throws ConnectorException, InterruptedException {
        return send(
                to(path).header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json))
                        .build());
    }

    /// What this speaks to, for people.
    String address() {
        return base.toString();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private HttpRequest.Builder to(String pathAndQuery) {
        return HttpRequest.newBuilder(URI.create(base + pathAndQuery));
    }

    private Reply send(HttpRequest request) throws ConnectorException, InterruptedException {
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(
                        request,
                        BodyHandlers.limiting(
                                BodyHandlers.ofString(StandardCharsets.UTF_8), MOST_BYTES));
        try {
            // The request's own time-out ends with the head of the answer, this one with the
            // answer.
            HttpResponse<String> response =
                    answer.get(answerTimeout.toMillis(), TimeUnit.MILLISECONDS);
            return new Reply(response.statusCode(), response.body());
        } catch (ExecutionException e) {
            throw SeataProblems.console(
                    address(),
                    e.getCause() instanceof IOException failure ? failure : new IOException(e));
        } catch (TimeoutException e) {
            throw SeataProblems.console(address(), new HttpTimeoutException("no whole answer"));
        } finally {
            answer.cancel(true);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
