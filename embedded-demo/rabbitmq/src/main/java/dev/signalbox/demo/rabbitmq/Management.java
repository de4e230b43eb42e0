package dev.signalbox.demo.rabbitmq;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/// The node's management API, asked whether the node is ready.
record Management(int port, String password) {
    private static final Duration ANSWER = Duration.ofSeconds(2);

    /// Whether the queues are there, which come last.
    boolean hasQueues() throws InterruptedException {
        for (String queue : Definitions.QUEUES) {
            if (!has(queue)) {
                return false;
            }
        }
        return true;
    }

    private boolean has(String queue) throws InterruptedException {
        URI uri =
                URI.create(
                        "http://127.0.0.1:%d/api/queues/%s/%s"
                                .formatted(port, Definitions.VHOST, queue));
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(uri)
                            // Version 3 breaks off at the offer of HTTP/2.
                            .version(HttpClient.Version.HTTP_1_1)
                            .timeout(ANSWER)
                            .header("Authorization", "Basic " + login())
                            .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private String login() {
        return Base64.getEncoder()
                .encodeToString(
                        (Definitions.USER + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
