package dev.signalbox.demo.supervisor;

import static dev.signalbox.demo.supervisor.RunningSupervisor.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.demo.supervisor.control.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole backend, as a newcomer starts it.
class WholeDemoTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir Path place;

    @Test
    void ordersFlowAndWhatIsToGoWrongGoesWrong() throws Exception {
        try (RunningSupervisor demo = RunningSupervisor.start(place).awaitUp()) {
            await().until(() -> traffic(demo).path("completed").asLong() > 0);
            await().until(() -> traffic(demo).path("hung").asLong() == 1);
            await().until(() -> !incident(demo, "poison-messages").path("on").asBoolean());
            await().until(() -> !incident(demo, "payment-hangs").path("on").asBoolean());
            await().until(() -> incident(demo, "slow-consumer").path("on").asBoolean());
        }
    }

    @Test
    void aKilledServiceComesBackAndGoesWrongAsBefore() throws Exception {
        try (RunningSupervisor demo = RunningSupervisor.start(place).awaitUp()) {
            long pid = demo.part("recommendation").path("pid").asLong();
            ProcessHandle.of(pid).orElseThrow().destroyForcibly();

            await().until(() -> demo.part("recommendation").path("restarts").asInt() == 1);
            await().until(() -> slow(demo));

            demo.takeNote();
            demo.send("POST", "/stop", "");
            assertThat(demo.awaitExit()).isZero();
            demo.mustHaveLeftNothing();
        }
    }

    /// What the recommendation service itself says of the incident.
    private static boolean slow(RunningSupervisor demo) throws InterruptedException {
        try {
            Path file = demo.folder().resolve("run/recommendation.json");
            JsonNode settings = Json.mapper().readTree(file.toFile());
            HttpRequest request =
                    HttpRequest.newBuilder(
                                    URI.create(
                                            "http://127.0.0.1:"
                                                    + settings.path("httpPort").asInt()
                                                    + "/status"))
                            .header("Authorization", "Bearer " + settings.path("token").asText())
                            .build();
            String answer = HTTP.send(request, BodyHandlers.ofString()).body();
            for (JsonNode incident : Json.mapper().readTree(answer).path("incidents")) {
                if (incident.path("name").asText().equals("slow-consumer")) {
                    return incident.path("on").asBoolean();
                }
            }
            return false;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static JsonNode traffic(RunningSupervisor demo)
            throws IOException, InterruptedException {
        return demo.state().path("traffic");
    }

    private static JsonNode incident(RunningSupervisor demo, String name)
            throws IOException, InterruptedException {
        for (JsonNode incident : demo.state().path("incidents")) {
            if (incident.path("name").asText().equals(name)) {
                return incident;
            }
        }
        throw new AssertionError("no incident " + name);
    }
}
