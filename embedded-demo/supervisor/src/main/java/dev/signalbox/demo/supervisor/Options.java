package dev.signalbox.demo.supervisor;

import dev.signalbox.demo.supervisor.control.OrderRate;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The command line.
///
/// @param home where the jars are
/// @param folder where everything is written; not needed to prepare caches
/// @param parts which parts to start
/// @param broker what the part `broker` is
record Options(
        Path home,
        @Nullable Path folder,
        double ordersPerSecond,
        Set<String> parts,
        BrokerKind broker,
        boolean prepareCaches) {

    static final String USAGE =
            "SupervisorMain --home DIR (--folder DIR [--orders-per-second N] [--parts a,b,…]"
                    + " [--broker kafka|rabbitmq] | --prepare-caches)";

    Options {
        parts = Set.copyOf(parts);
    }

    /// @throws IllegalArgumentException with what is wrong
    static Options parse(String... args) {
        Path home = null;
        Path folder = null;
        double ordersPerSecond = 4;
        Set<String> parts = Backend.PARTS;
        BrokerKind broker = BrokerKind.KAFKA;
        boolean prepareCaches = false;
        Deque<String> words = new ArrayDeque<>(List.of(args));
        while (!words.isEmpty()) {
            String option = words.removeFirst();
            switch (option) {
                case "--home" -> home = path(option, words);
                case "--folder" -> folder = path(option, words);
                case "--orders-per-second" ->
                        ordersPerSecond = OrderRate.parse(value(option, words));
                case "--parts" -> parts = Backend.known(value(option, words));
                case "--broker" -> broker = BrokerKind.named(value(option, words));
                case "--prepare-caches" -> prepareCaches = true;
                default -> throw new IllegalArgumentException("Unknown option " + option);
            }
        }
        if (home == null) {
            throw new IllegalArgumentException("--home is missing");
        }
        if (prepareCaches == (folder != null)) {
            throw new IllegalArgumentException("Either --folder or --prepare-caches");
        }
        return new Options(home, folder, ordersPerSecond, parts, broker, prepareCaches);
    }

    private static Path path(String option, Deque<String> words) {
        return Path.of(value(option, words)).toAbsolutePath().normalize();
    }

    private static String value(String option, Deque<String> words) {
        String value = words.pollFirst();
        if (value == null) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return value;
    }
}
