package dev.signalbox.core.demo;

import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A demo backend started by this process. It lives no longer than this process does, however that ends: the
/// supervisor's standard input is its life line.
public final class DemoProcess implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DemoProcess.class);

    /// Four services, a coordinator, a broker and a database stop one after the other.
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);

    /// For what the process wrote just before it ended.
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final Path folder;
    private final Process supervisor;
    private final Consumer<DemoEvent> listener;
    private final Complaints complaints = new Complaints();
    private final CompletableFuture<DemoDescription> up = new CompletableFuture<>();

    private DemoProcess(Path folder, Process supervisor, Consumer<DemoEvent> listener) {
        this.folder = folder;
        this.supervisor = supervisor;
        this.listener = listener;
    }

    /// Starts the supervisor of a demo on Kafka; returns at once.
    public static DemoProcess start(
            DemoHome home, Path folder, double ordersPerSecond, Consumer<DemoEvent> listener)
            throws ConnectorException {
        return start(home, folder, DemoBroker.KAFKA, ordersPerSecond, listener);
    }

    /// Starts the supervisor; returns at once.
    ///
    /// @param folder where the demo keeps everything it writes
    /// @param broker what it runs on
    /// @param ordersPerSecond the rate at which orders are placed
    /// @param listener called with every event, on a thread of its own; must not block
    /// @throws ConnectorException `CONFLICT` when a demo runs in that folder already, `NOT_FOUND` when
    ///     this machine lacks the broker
    public static DemoProcess start(
            DemoHome home,
            Path folder,
            DemoBroker broker,
            double ordersPerSecond,
            Consumer<DemoEvent> listener)
            throws ConnectorException {
        if (!broker.isInstalled()) {
            throw new ConnectorException(
                    new Problem(
                            ProblemKind.NOT_FOUND,
                            DemoTexts.get("broker.none"),
                            DemoTexts.get("broker.none.remedy")));
        }
        if (DemoDescription.ofRunning(folder).isPresent()) {
            throw new ConnectorException(
                    new Problem(
                            ProblemKind.CONFLICT,
                            DemoTexts.get("process.running", folder),
                            DemoTexts.get("process.running.remedy")));
        }
        ProcessBuilder builder = new ProcessBuilder(command(home, folder, broker, ordersPerSecond));
        // A launcher made by jpackage sets this for itself; a JVM below it must not see it.
        builder.environment().remove("_JPACKAGE_LAUNCHER");
        try {
            DemoProcess demo = new DemoProcess(folder, builder.start(), listener);
            Thread complaining =
                    Thread.ofVirtual().name("demo-complaints").start(demo::readComplaints);
            Thread.ofVirtual().name("demo-events").start(() -> demo.readEvents(complaining));
            return demo;
        } catch (IOException e) {
            throw new ConnectorException(
                    new Problem(
                            ProblemKind.UNEXPECTED,
                            DemoTexts.get("process.notStarted", e),
                            DemoTexts.get("home.empty.remedy")),
                    e);
        }
    }

    private static List<String> command(
            DemoHome home, Path folder, DemoBroker broker, double ordersPerSecond) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx64m"));
        // It would be a file outside of the folder, which a kill leaves behind
        command.add("-XX:-UsePerfData");
        command.addAll(List.of("-cp", home.supervisorJars().resolve("*").toString()));
        command.add("dev.signalbox.demo.supervisor.SupervisorMain");
        command.addAll(List.of("--home", home.folder().toString()));
        command.addAll(List.of("--folder", folder.toAbsolutePath().toString()));
        command.addAll(List.of("--broker", broker.word()));
        command.addAll(List.of("--orders-per-second", Double.toString(ordersPerSecond)));
        return command;
    }

    /// @param complaining its last words belong to what is told of the end
    private void readEvents(Thread complaining) {
        try (BufferedReader lines = supervisor.inputReader()) {
            lines.lines().map(EventReader::read).forEach(this::heard);
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("the supervisor's output ended", e);
        }
        int exitCode = supervisor.onExit().join().exitValue();
        listen(complaining);
        listener.accept(new DemoEvent.Ended(exitCode));
        up.completeExceptionally(ended(exitCode));
    }

    private static void listen(Thread complaining) {
        try {
            complaining.join(LAST_WORDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void heard(DemoEvent event) {
        LOG.debug("demo: {}", event);
        if (event instanceof DemoEvent.Failed(String part, String reason)) {
            complaints.add(part + ": " + reason);
        }
        // Whoever waits for it to be up has heard of every event by then.
        listener.accept(event);
        if (event instanceof DemoEvent.Up) {
            describe();
        }
    }

    private void describe() {
        try {
            DemoDescription.ofRunning(folder)
                    .ifPresentOrElse(up::complete, () -> up.completeExceptionally(vanished()));
        } catch (ConnectorException e) {
            up.completeExceptionally(e);
        }
    }

    private void readComplaints() {
        try (BufferedReader lines = supervisor.errorReader()) {
            lines.lines().forEach(complaints::add);
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("the supervisor's error output ended", e);
        }
    }

    /// Waits until everything is up.
    ///
    /// @throws ConnectorException `TIMEOUT` when it takes longer, `UNEXPECTED` when the demo ended instead, with
    ///     its last complaints as details
    public DemoDescription awaitUp(Duration atMost)
            throws ConnectorException, InterruptedException {
        try {
            return up.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new ConnectorException(
                    new Problem(
                            ProblemKind.TIMEOUT,
                            DemoTexts.get("process.slow", atMost.toSeconds()),
                            DemoTexts.get("process.logs", folder.resolve("logs")),
                            complaints.text()),
                    e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ConnectorException known) {
                throw known;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    public boolean isAlive() {
        return supervisor.isAlive();
    }

    /// Where the demo keeps what it writes.
    public Path folder() {
        return folder;
    }

    /// Cuts the life line and waits until everything has stopped; what has not after a minute is killed.
    @Override
    public void close() {
        try {
            supervisor.getOutputStream().close();
        } catch (IOException e) {
            LOG.debug("the life line was cut already", e);
        }
        try {
            if (!supervisor.waitFor(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("the demo did not stop within {}; killing it", STOP_PATIENCE);
                kill();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void kill() {
        List<ProcessHandle> all = new ArrayList<>(supervisor.descendants().toList());
        all.addFirst(supervisor.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
    }

    private ConnectorException ended(int exitCode) {
        return new ConnectorException(
                new Problem(
                        ProblemKind.UNEXPECTED,
                        DemoTexts.get("process.ended", exitCode),
                        DemoTexts.get("process.logs", folder.resolve("logs")),
                        complaints.text()));
    }

    private ConnectorException vanished() {
        return new ConnectorException(
                new Problem(
                        ProblemKind.UNEXPECTED,
                        DemoTexts.get("process.vanished", folder),
                        DemoTexts.get("process.logs", folder.resolve("logs"))));
    }
}
