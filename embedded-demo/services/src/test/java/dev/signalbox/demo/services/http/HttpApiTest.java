package dev.signalbox.demo.services.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.demo.part.TestPorts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpApiTest {

    private final int port = TestPorts.free();
    private final HttpClient client = HttpClient.newHttpClient();
    private HttpApi api;

    @BeforeEach
    void listen() throws IOException {
        api = HttpApi.listen(port, "secret");
        api.route("GET /status", request -> Reply.ok(Map.of("service", "test")));
        api.route("PUT /incidents/", request -> Reply.ok(Map.of("name", request.subject())));
        api.route("POST /rates", request -> Reply.ok(request.body(Rate.class)));
        api.route(
                "POST /bug",
                request -> {
                    throw new IllegalStateException("a bug");
                });
    }

    @AfterEach
    void close() {
        api.close();
        client.close();
    }

    record Rate(int perSecond) {
        Rate {
            if (perSecond > 200) {
                throw new IllegalArgumentException("too fast");
            }
        }
    }

    @Test
    void healthAnswersAnybodyAndOnlyOnceTheServiceIsReady() throws Exception {
        assertThat(send("GET", "/health", null, "").statusCode()).isEqualTo(503);

        api.ready();
        assertThat(send("GET", "/health", null, "").statusCode()).isEqualTo(200);
    }

    @Test
    void everythingElseWantsTheToken() throws Exception {
        api.ready();

        assertThat(send("GET", "/status", null, "").statusCode()).isEqualTo(401);
        assertThat(send("GET", "/status", "Bearer wrong", "").statusCode()).isEqualTo(401);
        assertThat(send("GET", "/status", "secret", "").statusCode()).isEqualTo(401);
        assertThat(send("GET", "/status", "").body()).isEqualTo("{\"service\":\"test\"}");
    }

    @Test
    void beforeItIsReadyNothingIsServed() throws Exception {
        assertThat(send("GET", "/status", "").statusCode()).isEqualTo(503);
    }

    @Test
    void aPathThatEndsInASlashTakesASubject() throws Exception {
        api.ready();

        assertThat(send("PUT", "/incidents/poison-messages", "").body())
                .isEqualTo("{\"name\":\"poison-messages\"}");
    }

    @Test
    void anUnknownPathOrMethodIsNotFound() throws Exception {
        api.ready();

        assertThat(send("GET", "/unheard-of", "").statusCode()).isEqualTo(404);
        assertThat(send("DELETE", "/status", "").statusCode()).isEqualTo(404);
    }

    @Test
    void aBodyThatIsNotWhatIsWantedIsRefusedWithTheReason() throws Exception {
        api.ready();

        assertThat(send("POST", "/rates", "nonsense").statusCode()).isEqualTo(400);
        assertThat(send("POST", "/rates", "").statusCode()).isEqualTo(400);
        assertThat(send("POST", "/rates", "null").statusCode()).isEqualTo(400);
        HttpResponse<String> tooFast = send("POST", "/rates", "{\"perSecond\":201}");
        assertThat(tooFast.statusCode()).isEqualTo(400);
        assertThat(tooFast.body()).contains("too fast");
        assertThat(send("POST", "/rates", "{\"perSecond\":7}").body())
                .isEqualTo("{\"perSecond\":7}");
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() throws Exception {
        api.ready();

        assertThat(send("POST", "/rates", " ".repeat(70_000)).statusCode()).isEqualTo(413);
    }

    @Test
    void aBugIsAnsweredAndDoesNotStopTheService() throws Exception {
        api.ready();

        assertThat(send("POST", "/bug", "").statusCode()).isEqualTo(500);
        assertThat(send("GET", "/status", "").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        return send(method, path, "Bearer secret", body);
    }

    private HttpResponse<String> send(
            String method, String path, @Nullable String authorization, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .method(method, BodyPublishers.ofString(body));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
