package dev.signalbox.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;

/// A Kafka broker of our own for one benchmark: one node on loopback, in a folder that goes with it.
final class Broker implements AutoCloseable {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    private final Path folder;
    private final String address;
    private Process process;

    private Broker(Path folder, String address, Process process) {
        this.folder = folder;
        this.address = address;
        this.process = process;
    }

    static Broker start() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("signalbox-bench");
        int port = freePort();
        int controller = freePort();
        Path settings = folder.resolve("server.properties");
        Files.write(settings, settings(folder, port, controller));
        Jars jars = Jars.broker();
        jars.run(
                "kafka.tools.StorageTool",
                List.of(
                        "format",
                        "--standalone",
                        "-t",
                        Uuid.randomUuid().toString(),
                        "-c",
                        settings.toString()));
        Broker broker = new Broker(folder, "127.0.0.1:" + port, launch(folder));
        broker.awaitReady();
        return broker;
    }

    private static Process launch(Path folder) throws IOException {
        List<String> settings = List.of(folder.resolve("server.properties").toString());
        Process process =
                new ProcessBuilder(Jars.broker().command("kafka.Kafka", settings))
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(
                                        folder.resolve("broker.log").toFile()))
                        .start();
        // If the benchmark is stopped, its broker goes too.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return process;
    }

    String address() {
        return address;
    }

    /// Stops it as an operator would. Its data stays.
    void stop() {
        process.destroy();
        if (!endsWithin(Duration.ofSeconds(30))) {
            process.destroyForcibly().onExit().join();
        }
    }

    /// Starts it again where it was.
    void startAgain() throws IOException, InterruptedException {
        process = launch(folder);
        awaitReady();
    }

    private static List<String> settings(Path folder, int port, int controller) {
        return List.of(
                "process.roles=broker,controller",
                "node.id=1",
                "controller.quorum.bootstrap.servers=127.0.0.1:" + controller,
                "listeners=PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controller,
                "controller.listener.names=CONTROLLER",
                "inter.broker.listener.name=PLAINTEXT",
                "log.dirs=" + folder.resolve("data"),
                "offsets.topic.replication.factor=1",
                "offsets.topic.num.partitions=4",
                "transaction.state.log.replication.factor=1",
                "transaction.state.log.min.isr=1",
                "transaction.state.log.num.partitions=4",
                "share.coordinator.state.topic.replication.factor=1",
                "share.coordinator.state.topic.min.isr=1",
                "group.initial.rebalance.delay.ms=0",
                "log.index.size.max.bytes=1048576",
                "log.cleaner.dedupe.buffer.size=16777216");
    }

    private void awaitReady() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE;
        while (true) {
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
                admin.describeCluster().nodes().get(5, TimeUnit.SECONDS);
                return;
            } catch (ExecutionException | TimeoutException | KafkaException e) {
                if (System.nanoTime() > deadline || !process.isAlive()) {
                    throw new IllegalStateException("The broker did not start: " + folder, e);
                }
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        stop();
        new TempFolder(folder).close();
    }

    private boolean endsWithin(Duration patience) {
        try {
            process.onExit().orTimeout(patience.toSeconds(), TimeUnit.SECONDS).join();
            return true;
        } catch (CompletionException e) {
            return false;
        }
    }
}
