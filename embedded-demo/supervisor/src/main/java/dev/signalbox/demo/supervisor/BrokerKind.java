package dev.signalbox.demo.supervisor;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/// Which broker the backend runs on.
enum BrokerKind {
    /// It comes with the demo.
    KAFKA("broker", "dev.signalbox.demo.broker.BrokerMain", 256, Duration.ofSeconds(6)),

    /// It must be installed on this machine. The heap is that of the process which looks after the node; a
    /// node of version 3.10 takes ten seconds to stop in order.
    RABBITMQ("rabbitmq", "dev.signalbox.demo.rabbitmq.RabbitMain", 32, Duration.ofSeconds(28));

    private final String module;
    private final String mainClass;
    private final int megabytes;
    private final Duration stopTime;

    BrokerKind(String module, String mainClass, int megabytes, Duration stopTime) {
        this.module = module;
        this.mainClass = mainClass;
        this.megabytes = megabytes;
        this.stopTime = stopTime;
    }

    /// @throws IllegalArgumentException if there is no broker of that name
    static BrokerKind named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "Brokers are kafka and rabbitmq, not " + name));
    }

    JavaPart java() {
        return new JavaPart(Backend.BROKER, module, mainClass, megabytes);
    }

    /// How long it may take to end by itself.
    Duration stopTime() {
        return stopTime;
    }
}
