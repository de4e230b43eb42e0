package dev.signalbox.demo.supervisor.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.demo.supervisor.process.Part;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// A service of the demo, spoken to over HTTP. Every call blocks for two seconds at most.
///
/// @param part whose process it is
/// @param base its address
/// @param token it wants
public record Service(Part part, URI base, String token, HttpClient http) {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    String name() {
        return part.name();
    }

    /// The process that answers now. What a process was told, its successor does not know.
    OptionalLong pid() {
        return part.status().pid();
    }

    /// @throws IOException if it does not answer
    ServiceStatus status() throws IOException, InterruptedException {
        return ServiceStatus.of(Json.mapper().readTree(send("GET", "/status", null)));
    }

    /// @throws IOException if it does not answer or does not accept it
    void incident(String incident, boolean on, OptionalInt count)
            throws IOException, InterruptedException {
        ObjectNode body = Json.object().put("on", on);
        count.ifPresent(effects -> body.put("count", effects));
        send("PUT", "/incidents/" + incident, body);
    }

    /// @throws IOException if it does not answer or does not accept it
    void traffic(double ordersPerSecond) throws IOException, InterruptedException {
        send("PUT", "/traffic", Json.object().put("ordersPerSecond", ordersPerSecond));
    }

    private String send(String method, String path, @Nullable ObjectNode body)
            throws IOException, InterruptedException {
        BodyPublisher publisher =
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString());
        HttpRequest request =
                HttpRequest.newBuilder(base.resolve(path))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, publisher)
                        .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(
                    name() + " answered " + answer.statusCode() + " " + answer.body().strip());
        }
        return answer.body();
    }
}
