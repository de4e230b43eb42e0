package dev.signalbox.demo.supervisor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.demo.part.TestPorts;
import dev.signalbox.demo.supervisor.control.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/// A supervisor in a process of its own, as the console starts it, with its home and its folder for
/// temporary files inside of the test's folder, so that whatever it leaves outside is found.
final class RunningSupervisor implements AutoCloseable {
    private final Path place;
    private final Process process;
    private final List<String> output = new CopyOnWriteArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Set<ProcessHandle> seen = new HashSet<>();
    private final Set<Integer> ports = new HashSet<>();
    private final Thread reader = Thread.ofPlatform().daemon().name("events").unstarted(this::read);

    private RunningSupervisor(Path place, Process process) {
        this.place = place;
        this.process = process;
    }

    static RunningSupervisor start(Path place, String... arguments) throws IOException {
        return start(Path.of(System.getProperty("demo.home")), place, arguments);
    }

    static RunningSupervisor start(Path home, Path place, String... arguments) throws IOException {
        Path outside = Files.createDirectories(place.resolve("outside"));
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx64m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:-UsePerfData",
                                "-Djava.io.tmpdir=" + outside,
                                "-cp",
                                System.getProperty("java.class.path"),
                                SupervisorMain.class.getName(),
                                "--home",
                                home.toString(),
                                "--folder",
                                place.resolve("demo").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.directory(outside.toFile());
        builder.environment().put("HOME", outside.toString());
        builder.environment().put("TMPDIR", outside.toString());
        RunningSupervisor supervisor = new RunningSupervisor(place, builder.start());
        supervisor.reader.start();
        return supervisor;
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            lines.lines().forEach(output::add);
        } catch (IOException | UncheckedIOException ended) {
            // So has the process.
        }
    }

    /// Waits until everything is up, and takes note of all that runs and listens then.
    RunningSupervisor awaitUp() throws IOException {
        await().failFast("It ended", this::mustBeAlive).until(() -> has("\"event\":\"up\""));
        takeNote();
        return this;
    }

    private void mustBeAlive() {
        assertThat(process.isAlive()).as("output: %s", output).isTrue();
    }

    void takeNote() throws IOException {
        seen.add(process.toHandle());
        seen.addAll(process.descendants().toList());
        ports.add(URI.create(description().path("control").asText()).getPort());
        try (Stream<Path> files = Files.list(folder().resolve("run"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".properties")).toList()) {
                Properties settings = new Properties();
                settings.load(Files.newBufferedReader(file));
                for (String name : settings.stringPropertyNames()) {
                    if (name.toLowerCase(Locale.ROOT).endsWith("port")) {
                        ports.add(Integer.parseInt(settings.getProperty(name)));
                    }
                }
            }
        }
    }

    Path folder() {
        return place.resolve("demo");
    }

    /// `demo.json`.
    JsonNode description() throws IOException {
        return Json.mapper().readTree(folder().resolve("demo.json").toFile());
    }

    List<String> output() {
        return List.copyOf(output);
    }

    boolean has(String text) {
        return output.stream().anyMatch(line -> line.contains(text));
    }

    Set<Integer> ports() {
        return Set.copyOf(ports);
    }

    Process process() {
        return process;
    }

    /// How the part is, as `GET /state` says.
    JsonNode part(String name) throws IOException, InterruptedException {
        for (JsonNode part : state().path("parts")) {
            if (part.path("name").asText().equals(name)) {
                return part;
            }
        }
        throw new AssertionError("no part " + name);
    }

    JsonNode state() throws IOException, InterruptedException {
        return Json.mapper().readTree(send("GET", "/state", "").body());
    }

    HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        JsonNode demo = description();
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(demo.path("control").asText() + path))
                        .timeout(Duration.ofSeconds(30))
                        .header("Authorization", "Bearer " + demo.path("token").asText())
                        .method(method, BodyPublishers.ofString(body))
                        .build();
        return http.send(request, BodyHandlers.ofString());
    }

    int awaitExit() throws InterruptedException {
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("output: %s", output).isTrue();
        reader.join();
        return process.exitValue();
    }

    /// Waits until every process that was seen has gone and nothing listens any more, and looks for
    /// files that were left outside of the demo's folder.
    void mustHaveLeftNothing() throws IOException {
        await().untilAsserted(
                        () -> {
                            assertThat(seen.stream().filter(ProcessHandle::isAlive)).isEmpty();
                            assertThat(ports.stream().filter(TestPorts::listens)).isEmpty();
                        });
        assertThat(seen).hasSizeGreaterThan(1);
        assertThat(ports).hasSizeGreaterThan(1);
        assertThat(place.resolve("outside")).isEmptyDirectory();
        try (Stream<Path> entries = Files.list(place)) {
            assertThat(entries.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("demo", "outside");
        }
    }

    static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofMinutes(4));
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.onExit().completeOnTimeout(process, 1, TimeUnit.MINUTES).join();
        process.destroyForcibly().onExit().join();
        seen.forEach(ProcessHandle::destroyForcibly);
    }
}
