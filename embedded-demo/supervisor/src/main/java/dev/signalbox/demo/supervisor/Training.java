package dev.signalbox.demo.supervisor;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Whether a demo runs to be used, or to train the start-up caches of its parts.
enum Training {
    /// To be used: with the caches there are.
    NONE {
        @Override
        List<String> flags(Path home, JavaPart part) throws IOException {
            return new Caches(home).use(part.module());
        }

        @Override
        Duration stopTime(String part) {
            return STOP.getOrDefault(part, Duration.ofSeconds(6));
        }
    },

    /// To train: a JVM that writes its cache needs time for its end. One service is trained for all
    /// four; they have the same jars and mostly the same classes.
    CACHES {
        @Override
        List<String> flags(Path home, JavaPart part) throws IOException {
            return TRAINED.contains(part.name())
                    ? new Caches(home).train(part.module())
                    : List.of();
        }

        @Override
        Duration stopTime(String part) {
            return Duration.ofMinutes(3);
        }
    };

    /// The parts that are trained.
    static final List<String> TRAINED = List.of(Backend.BROKER, Backend.COORDINATOR, "order");

    private static final Map<String, Duration> STOP =
            Map.of(
                    Backend.DATABASE, Duration.ofSeconds(10),
                    // It cuts itself off after three seconds; see CoordinatorMain.
                    Backend.COORDINATOR, Duration.ofSeconds(5));

    abstract List<String> flags(Path home, JavaPart part) throws IOException;

    abstract Duration stopTime(String part);
}
