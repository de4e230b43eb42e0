package dev.signalbox.demo.supervisor;

import static dev.signalbox.demo.supervisor.RunningSupervisor.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.demo.part.TestPorts;
import dev.signalbox.demo.supervisor.control.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// The whole backend, as a newcomer starts it: below a console. One demo for all that is to be seen of
/// it; the last test ends it.
@TestMethodOrder(OrderAnnotation.class)
class WholeDemoTest {
    private static final int LAST = Integer.MAX_VALUE;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir static Path place;

    private static RunningSupervisor demo;

    @BeforeAll
    static void start() throws IOException {
        demo = RunningSupervisor.startBelowAConsole(place);
        demo.awaitUp();
    }

    @AfterAll
    static void end() throws IOException {
        demo.close();
    }

    @Test
    void itTalksToThisMachineOnly() throws Exception {
        assertThat(demo.ports()).hasSize(11);
        for (int port : demo.ports()) {
            assertThat(TestPorts.listens(port)).isTrue();
            assertThat(TestPorts.listensElsewhere(port)).isEmpty();
        }
    }

    @Test
    void ordersFlowAndWhatIsToGoWrongGoesWrong() {
        awaitSwitched("slow-consumer", true);
        awaitSwitched("poison-messages", true);
        awaitSwitched("payment-hangs", true);
        await().until(() -> traffic().path("completed").asLong() > 0);
        await().until(() -> traffic().path("hung").asLong() == 1);
        awaitSwitched("poison-messages", false);
        awaitSwitched("payment-hangs", false);
        await().until(WholeDemoTest::isSlow);
    }

    @Test
    void killedPartsComeBackAndGoWrongAsBefore() throws Exception {
        await().until(WholeDemoTest::isSlow);
        JsonNode before = demo.description();
        for (String name : new String[] {"database", "recommendation"}) {
            ProcessHandle.of(demo.part(name).path("pid").asLong()).orElseThrow().destroyForcibly();
        }

        for (String name : new String[] {"database", "recommendation"}) {
            await().until(() -> demo.part(name).path("restarts").asInt() >= 1);
            await().until(() -> demo.part(name).path("state").asText().equals("UP"));
        }
        await().until(WholeDemoTest::isSlow);
        assertThat(demo.description()).isEqualTo(before);
        await().until(() -> traffic().path("completed").isIntegralNumber());
        long completed = traffic().path("completed").asLong();
        await().until(() -> traffic().path("completed").asLong() > completed);
    }

    @Test
    @Order(LAST)
    void nothingOutlivesAKilledConsole() throws Exception {
        demo.takeNote();

        demo.process().destroyForcibly();

        demo.awaitExit();
        demo.mustHaveLeftNothing();
        // Nobody hears the supervisor any more; that it has stopped in order shows in its folder.
        assertThat(demo.folder().resolve("demo.json")).doesNotExist();
        assertThat(demo.folder().resolve("run")).doesNotExist();
    }

    private static void awaitSwitched(String incident, boolean on) {
        String event = "{\"event\":\"incident\",\"name\":\"" + incident + "\",\"on\":" + on + "}";
        await().until(() -> demo.has(event));
    }

    /// What the recommendation service itself says of its incident.
    private static boolean isSlow() throws InterruptedException {
        try {
            JsonNode settings = demo.settings("recommendation");
            String base = "http://127.0.0.1:" + settings.path("httpPort").asInt();
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(base + "/status"))
                            .timeout(Duration.ofSeconds(30))
                            .header("Authorization", "Bearer " + settings.path("token").asText())
                            .build();
            String answer = HTTP.send(request, BodyHandlers.ofString()).body();
            JsonNode slow = Json.mapper().readTree(answer).path("incidents").path(0);
            return slow.path("name").asText().equals("slow-consumer")
                    && slow.path("on").asBoolean();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static JsonNode traffic() throws IOException, InterruptedException {
        return demo.state().path("traffic");
    }
}
