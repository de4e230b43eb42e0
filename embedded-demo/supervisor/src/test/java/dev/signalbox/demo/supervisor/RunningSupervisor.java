package dev.signalbox.demo.supervisor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.demo.part.TestPorts;
import dev.signalbox.demo.supervisor.control.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
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
        return run(place, command(home, place, arguments));
    }

    /// Starts it below a console: [#process()] is that of the console then.
    static RunningSupervisor startBelowAConsole(Path place) throws IOException {
        List<String> command = java(place, FakeConsole.class);
        command.addAll(command(Path.of(System.getProperty("demo.home")), place));
        return run(place, command);
    }

    private static List<String> command(Path home, Path place, String... arguments) {
        List<String> command = java(place, SupervisorMain.class);
        command.addAll(List.of("--home", home.toString()));
        command.addAll(List.of("--folder", place.resolve("demo").toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static List<String> java(Path place, Class<?> main) {
        return new ArrayList<>(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "-Djava.io.tmpdir=" + place.resolve("outside"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName()));
    }

    private static RunningSupervisor run(Path place, List<String> command) throws IOException {
        Path outside = Files.createDirectories(place.resolve("outside"));
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

    /// Takes note of what runs and of where it listens or is going to.
    void takeNote() throws IOException {
        seen.add(process.toHandle());
        seen.addAll(process.descendants().toList());
        if (Files.exists(folder().resolve("demo.json"))) {
            ports.add(URI.create(description().path("control").asText()).getPort());
        }
        try (Stream<Path> files = Files.list(folder().resolve("run"))) {
            for (Path file : files.toList()) {
                if (file.toString().endsWith(".properties")) {
                    ports.addAll(portsOfServer(file));
                } else if (file.toString().endsWith(".json")) {
                    ports.add(settings(file).path("httpPort").asInt());
                }
            }
        }
    }

    private static List<Integer> portsOfServer(Path file) throws IOException {
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            settings.load(reader);
        }
        return settings.stringPropertyNames().stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).endsWith("port"))
                .map(name -> Integer.parseInt(settings.getProperty(name)))
                .toList();
    }

    /// What a service was started with.
    JsonNode settings(String service) throws IOException {
        return settings(folder().resolve("run").resolve(service + ".json"));
    }

    private static JsonNode settings(Path file) throws IOException {
        return Json.mapper().readTree(file.toFile());
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

    /// [#mustHaveEnded()], and no file is left outside of the demo's folder.
    void mustHaveLeftNothing() throws IOException {
        mustHaveEnded();
        assertThat(seen).hasSizeGreaterThan(1);
        assertThat(ports).isNotEmpty();
        assertThat(place.resolve("outside")).isEmptyDirectory();
        try (Stream<Path> entries = Files.list(place)) {
            assertThat(entries.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("demo", "outside");
        }
    }

    /// Waits until every process of this demo has gone and nothing listens any more.
    void mustHaveEnded() {
        await().untilAsserted(
                        () -> {
                            assertThat(seen.stream().filter(ProcessHandle::isAlive)).isEmpty();
                            assertThat(processesOfThisPlace()).isEmpty();
                            assertThat(ports.stream().filter(TestPorts::listens)).isEmpty();
                        });
    }

    /// Also those that were started after the last note: whatever runs for a demo names its folder.
    private List<String> processesOfThisPlace() {
        return ProcessHandle.allProcesses()
                .map(handle -> handle.info().commandLine().orElse(""))
                .filter(line -> line.contains(place.toString()))
                .toList();
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
