package dev.signalbox.core.alert;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.text.CoreTexts;
import dev.signalbox.core.text.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// Tells an alert to an address, as JSON by POST. Whoever listens there decides what becomes of it.
public final class Webhook {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// Blocks until it was taken. With a client of its own: alerts are rare, and one that waits for them costs the start
    /// of the console more than all that is shown.
    ///
    /// @param address may hold a secret: it is never told
    /// @throws ConnectorException when it was not taken; it is not tried again
    public void tell(String address, Alert alert) throws ConnectorException, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(address.strip()))
                            .timeout(PATIENCE)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body(alert)))
                            .build();
            int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status >= 300) {
                throw failed(alert, "HTTP " + status);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw failed(alert, e.getClass().getSimpleName());
        }
    }

    static String body(Alert alert) {
        ObjectNode body = Json.mapper().createObjectNode();
        body.put("connection", alert.connection());
        body.put("environment", alert.environment().name());
        body.put("kind", alert.kind().name());
        body.put("since", alert.since().toString());
        alert.subjects().forEach(body.putArray("subjects")::add);
        return body.toString();
    }

    private static ConnectorException failed(Alert alert, String why) {
        return new ConnectorException(
                new Problem(
                        ProblemKind.UNREACHABLE,
                        CoreTexts.get("alerts.webhook", alert.connection(), why),
                        CoreTexts.get("alerts.webhook.remedy")));
    }
}
