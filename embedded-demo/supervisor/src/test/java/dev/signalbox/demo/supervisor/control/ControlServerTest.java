package dev.signalbox.demo.supervisor.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.demo.part.TestPorts;
import dev.signalbox.demo.supervisor.process.FakePart;
import dev.signalbox.demo.supervisor.process.Parts;
import dev.signalbox.demo.supervisor.process.RecordingListener;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlServerTest {
    private static final String TOKEN = "open sesame";

    @TempDir Path folder;

    private final int port = TestPorts.free();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void listen() throws IOException {
        Parts parts =
                new Parts(
                        List.of(
                                List.of(
                                        FakePart.part(
                                                "broker",
                                                "well",
                                                folder,
                                                new RecordingListener()))));
        Steering steering = new Steering(parts, List.of(), 4, (incident, on) -> {});
        new ControlServer(parts, steering, TOKEN, stopped::countDown).listen(port);
    }

    @Test
    void theStateSaysWhatIsKnownAndNullForWhatIsNot() throws Exception {
        HttpResponse<String> answer = send("GET", "/state", "", TOKEN);

        JsonNode state = Json.mapper().readTree(answer.body());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(state.at("/parts/0/name").asText()).isEqualTo("broker");
        assertThat(state.at("/parts/0/state").asText()).isEqualTo("STOPPED");
        assertThat(state.at("/parts/0/pid").isNull()).isTrue();
        assertThat(state.at("/parts/0/since").asText()).startsWith("20");
        assertThat(state.at("/parts/0/restarts").asInt(-1)).isZero();
        assertThat(state.at("/incidents/0/name").asText()).isEqualTo("broker-stopped");
        assertThat(state.at("/incidents/0/on").asBoolean(true)).isFalse();
        assertThat(state.at("/traffic/ordersPerSecond").asDouble()).isEqualTo(4);
        assertThat(state.at("/traffic/placed").isNull()).isTrue();
    }

    @Test
    void withoutTheTokenNothingIsSaidOrDone() throws Exception {
        assertThat(send("GET", "/state", "", "wrong").statusCode()).isEqualTo(401);
        assertThat(send("POST", "/stop", "", "wrong").statusCode()).isEqualTo(401);
        assertThat(stopped.getCount()).isEqualTo(1);
    }

    @Test
    void whatCannotBeUnderstoodIsRefusedWithAReason() throws Exception {
        refused(400, "no JSON", "PUT", "/traffic", "{");
        refused(400, "'ordersPerSecond' must be a number", "PUT", "/traffic", "{}");
        refused(400, "'on' must be", "PUT", "/incidents/broker-stopped", "{\"on\":1}");
        refused(400, "'count' must", "PUT", "/incidents/x", "{\"on\":true,\"count\":0}");
        refused(404, "No incident", "PUT", "/incidents/earthquake", "{\"on\":true}");
        refused(404, "no order service", "PUT", "/traffic", "{\"ordersPerSecond\":4}");
        refused(404, "No DELETE /state", "DELETE", "/state", "");
        refused(413, "longer", "PUT", "/traffic", " ".repeat(20_000));
    }

    @Test
    void stoppingIsAnsweredBeforeItHappens() throws Exception {
        assertThat(send("POST", "/stop", "", TOKEN).statusCode()).isEqualTo(200);
        assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void onlyThisMachineIsLetIn() throws Exception {
        assertThat(TestPorts.listens(port)).isTrue();
        assertThat(TestPorts.listensElsewhere(port)).isEmpty();
    }

    private void refused(int status, String why, String method, String path, String body)
            throws Exception {
        HttpResponse<String> answer = send(method, path, body, TOKEN);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(Json.mapper().readTree(answer.body()).path("error").asText()).contains(why);
    }

    private HttpResponse<String> send(String method, String path, String body, String token)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .timeout(Duration.ofSeconds(20))
                        .header("Authorization", "Bearer " + token)
                        .method(method, BodyPublishers.ofString(body))
                        .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
