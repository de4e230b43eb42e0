package dev.signalbox.core.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What the demo backend can run on.
public enum DemoBroker {
    /// It comes with the demo.
    KAFKA("kafka", "orders", "orders-dlt", "recommendation"),

    /// A private node of the RabbitMQ that is installed on this machine.
    RABBITMQ("rabbitmq", "recommendations", "orders.dlq", "recommendations");

    /// Names the folder of another RabbitMQ than the installed one.
    private static final String RABBITMQ_HOME = "SIGNALBOX_RABBITMQ_HOME";

    private static final List<String> RABBITMQ_PLACES =
            List.of(
                    "/usr/lib/rabbitmq/lib",
                    "/usr/lib64/rabbitmq/lib",
                    "/opt/homebrew/Cellar/rabbitmq",
                    "/usr/local/Cellar/rabbitmq");

    private final String word;
    private final String flow;
    private final String deadLetters;
    private final String slowConsumer;

    DemoBroker(String word, String flow, String deadLetters, String slowConsumer) {
        this.word = word;
        this.flow = flow;
        this.deadLetters = deadLetters;
        this.slowConsumer = slowConsumer;
    }

    /// As it is called on command lines.
    public String word() {
        return word;
    }

    /// Id of the in-memory profile of a demo's broker.
    public String profile() {
        return "demo-" + word;
    }

    /// What gets fuller as orders flow: a topic keeps them, but of the queues only that of the slow
    /// consumer, at the end of the flow, does.
    public String flow() {
        return flow;
    }

    /// Where orders end that cannot be paid.
    public String deadLetters() {
        return deadLetters;
    }

    /// The group that lags while the slow consumer is on.
    public String slowConsumer() {
        return slowConsumer;
    }

    /// Whether a demo can run on it here, as far as can be seen without starting it.
    public boolean isInstalled() {
        String home = System.getenv(RABBITMQ_HOME);
        return this == KAFKA
                || (home != null && !home.isBlank())
                || RABBITMQ_PLACES.stream().map(Path::of).anyMatch(DemoBroker::holdsServer);
    }

    private static boolean holdsServer(Path place) {
        if (!Files.isDirectory(place)) {
            return false;
        }
        try (Stream<Path> versions = Files.list(place)) {
            return versions.map(version -> version.resolve("sbin/rabbitmq-server"))
                    .anyMatch(Files::isExecutable);
        } catch (IOException | UncheckedIOException unreadable) {
            return false;
        }
    }
}
