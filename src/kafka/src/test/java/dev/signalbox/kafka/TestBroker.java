package dev.signalbox.kafka;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A real broker for the tests, on free ports of the loopback address.
final class TestBroker {
    private static @Nullable TestBroker shared;

    private final Path folder;
    private final int port;
    private final int controllerPort;
    private @Nullable Process process;

    private TestBroker(Path folder) throws IOException {
        this.folder = folder;
        try (ServerSocket one = lasting();
                ServerSocket other = lasting()) {
            this.port = one.getLocalPort();
            this.controllerPort = other.getLocalPort();
        }
    }

    /// The one of this test run. Ends with the JVM.
    static synchronized TestBroker shared() {
        try {
            TestBroker known = shared;
            if (known == null) {
                known = create("shared");
                known.start();
                shared = known;
            }
            return known;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One that may be stopped.
    static TestBroker create(String name) throws IOException {
        Path target = Files.createDirectories(Path.of("target", "brokers"));
        return new TestBroker(Files.createTempDirectory(target, name));
    }

    void start() throws IOException {
        Process started =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                System.getProperty("java.class.path"),
                                BrokerMain.class.getName(),
                                folder.toString(),
                                Integer.toString(port),
                                Integer.toString(controllerPort))
                        .redirectError(
                                ProcessBuilder.Redirect.appendTo(
                                        folder.resolve("broker.log").toFile()))
                        .start();
        process = started;
        BufferedReader out =
                new BufferedReader(
                        new java.io.InputStreamReader(
                                started.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        while (line != null && !line.equals("READY")) {
            line = out.readLine();
        }
        if (line == null) {
            throw new IOException(
                    "the broker ended: " + Files.readString(folder.resolve("broker.log")));
        }
    }

    /// Stops it as an operator would. Its data stays.
    void stop() throws IOException, InterruptedException {
        Process running = Objects.requireNonNull(process);
        running.getOutputStream().close();
        if (!running.waitFor(60, TimeUnit.SECONDS)) {
            running.destroyForcibly().waitFor();
        }
    }

    /// Ends it as a power cut would.
    void kill() throws InterruptedException {
        Objects.requireNonNull(process).destroyForcibly().waitFor();
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    /// Of the ports that outgoing connections are not given: while a broker is stopped, one of them could take its port.
    private static ServerSocket lasting() throws IOException {
        while (true) {
            int candidate = 20_000 + ThreadLocalRandom.current().nextInt(10_000);
            try {
                return new ServerSocket(candidate, 50, InetAddress.getLoopbackAddress());
            } catch (BindException e) {
                // Somebody else's; the next one.
            }
        }
    }

    static ServerSocket free() throws IOException {
        return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }
}
