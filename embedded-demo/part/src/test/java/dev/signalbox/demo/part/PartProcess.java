package dev.signalbox.demo.part;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/// A process of the demo, started by a test as its supervisor would: settings in a file, standard
/// input as its life line.
public final class PartProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final Path output;

    private PartProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /// Starts `main` with the class path of the test in a JVM of its own. `folder` becomes its
    /// working directory and takes its settings and its output.
    public static PartProcess start(Class<?> main, Path folder, Map<String, String> settings)
            throws IOException {
        Properties properties = new Properties();
        properties.putAll(settings);
        Path file = folder.resolve("settings.properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
        return start(
                folder,
                System.getProperty("java.class.path"),
                List.of(main.getName(), file.toString()));
    }

    /// Starts a main class with its arguments (further JVM options may come before it) with the given
    /// class path, in a JVM of its own. `folder` becomes its working directory and takes its output.
    public static PartProcess start(Path folder, String classPath, List<String> mainAndArguments)
            throws IOException {
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        Path output = Files.createTempFile(folder, "output", ".log");
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-XX:-UsePerfData",
                                "-Djava.io.tmpdir=" + temporary,
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                classPath));
        command.addAll(mainAndArguments);
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        return new PartProcess(process, output);
    }

    /// Waits until the process said that it is ready.
    public PartProcess awaitReady() {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .failFast("It ended early", this::mustBeAlive)
                .until(() -> output().lines().anyMatch(Ready.WORD::equals));
        return this;
    }

    private void mustBeAlive() {
        if (!process.isAlive()) {
            throw new AssertionError("Exit code " + process.exitValue() + ":\n" + output());
        }
    }

    /// What the process wrote so far.
    public String output() {
        try {
            return new String(Files.readAllBytes(output), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /// Ends its standard input, as happens when its supervisor stops it or is gone.
    public PartProcess cutLifeline() throws IOException {
        process.getOutputStream().close();
        return this;
    }

    /// As `kill -9`.
    public PartProcess kill() {
        process.destroyForcibly();
        return this;
    }

    /// Waits for its end and tells the exit code.
    public int awaitExit() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("Still running:\n" + output());
        }
        return process.exitValue();
    }

    /// Ends it gently if it still runs, and by force if it does not go.
    @Override
    public void close() throws IOException {
        cutLifeline();
        process.onExit().completeOnTimeout(process, 20, TimeUnit.SECONDS).join();
        process.destroyForcibly().onExit().join();
    }
}
