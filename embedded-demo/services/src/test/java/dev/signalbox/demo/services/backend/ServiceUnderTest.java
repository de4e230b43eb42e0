package dev.signalbox.demo.services.backend;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.demo.part.PartProcess;
import dev.signalbox.demo.services.config.ServiceConfig;
import dev.signalbox.demo.services.http.Peer;
import dev.signalbox.demo.services.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/// A service as a process, with the class path of the tests, steered over HTTP as the supervisor does.
public final class ServiceUnderTest implements AutoCloseable {

    private final ServiceConfig config;
    private final Path folder;
    private final HttpClient client = HttpClient.newHttpClient();
    private PartProcess process;

    private ServiceUnderTest(ServiceConfig config, Path folder, PartProcess process) {
        this.config = config;
        this.folder = folder;
        this.process = process;
    }

    /// Starts it and does not wait.
    public static ServiceUnderTest start(ServiceConfig config) throws IOException {
        Path folder = Backend.shared().newFolder(config.service());
        Files.writeString(folder.resolve("config.json"), Json.text(config));
        return new ServiceUnderTest(config, folder, run(config, folder));
    }

    public ServiceUnderTest awaitReady() {
        process.awaitReady();
        return this;
    }

    /// A counter of `/status`.
    public long counter(String name) throws IOException, InterruptedException {
        JsonNode counter = status().path("counters").path(name);
        if (!counter.isIntegralNumber()) {
            throw new AssertionError(config.service() + " has no counter " + name);
        }
        return counter.asLong();
    }

    public JsonNode status() throws IOException, InterruptedException {
        return Json.mapper().readTree(send("GET", "/status", "").body());
    }

    /// Switches an incident on for so many effects.
    public void switchOn(String incident, int count) throws IOException, InterruptedException {
        succeed("PUT", "/incidents/" + incident, "{\"on\":true,\"count\":" + count + "}");
    }

    /// Switches an incident on or off.
    public void switchIncident(String incident, boolean on)
            throws IOException, InterruptedException {
        succeed("PUT", "/incidents/" + incident, "{\"on\":" + on + "}");
    }

    /// Whether an incident is on.
    public boolean isOn(String incident) throws IOException, InterruptedException {
        for (JsonNode state : status().path("incidents")) {
            if (state.path("name").asText().equals(incident)) {
                return state.path("on").asBoolean();
            }
        }
        throw new AssertionError(config.service() + " has no incident " + incident);
    }

    /// Sends a request that must succeed.
    public JsonNode succeed(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = send(method, path, body);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return Json.mapper().readTree(answer.body());
    }

    public HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        return client.send(request(method, path, body), BodyHandlers.ofString());
    }

    public CompletableFuture<HttpResponse<String>> sendAsync(
            String method, String path, String body) {
        return client.sendAsync(request(method, path, body), BodyHandlers.ofString());
    }

    /// It, as another service calls it.
    public Peer asPeer() {
        return Peer.at(URI.create("http://127.0.0.1:" + config.httpPort()), config.token());
    }

    public PartProcess process() {
        return process;
    }

    /// As `kill -9`.
    public void kill() throws InterruptedException {
        process.kill().awaitExit();
    }

    /// Starts it again and waits.
    public void startAgain() throws IOException {
        process = run(config, folder).awaitReady();
    }

    @Override
    public void close() throws IOException {
        process.close();
        client.shutdownNow();
    }

    private HttpRequest request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + config.httpPort() + path))
                .header("Authorization", "Bearer " + config.token())
                .method(method, BodyPublishers.ofString(body))
                .build();
    }

    private static PartProcess run(ServiceConfig config, Path folder) throws IOException {
        String name = config.service();
        String main =
                "dev.signalbox.demo.services.%s.%s%sMain"
                        .formatted(
                                name,
                                name.substring(0, 1).toUpperCase(Locale.ROOT),
                                name.substring(1));
        return PartProcess.start(
                folder,
                System.getProperty("java.class.path"),
                List.of("-Xmx96m", main, folder.resolve("config.json").toString()));
    }
}
