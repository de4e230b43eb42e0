package dev.signalbox.core.metrics;

import dev.signalbox.core.metrics.Derived.Latency;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// How long messages took from produced to processed, over the last while.
///
/// Times are differences of polls, so there are few different ones and counting them is enough.
final class Latencies {
    private static final double SHARE = 0.95;

    private final Duration window;
    private final Duration resolution;
    private final Deque<Round> rounds = new ArrayDeque<>();

    /// What one poll found.
    private record Round(Instant at, SortedMap<Long, Long> messagesByMillis) {}

    Latencies(Duration window, Duration resolution) {
        this.window = window;
        this.resolution = resolution;
    }

    void begin(Instant at) {
        rounds.removeIf(round -> !round.at().isAfter(at.minus(window)));
        rounds.addLast(new Round(at, new TreeMap<>()));
    }

    /// Notes messages of the round that was begun last.
    void take(long millis, long messages) {
        if (messages > 0) {
            rounds.getLast().messagesByMillis().merge(millis, messages, Long::sum);
        }
    }

    void restart() {
        rounds.clear();
    }

    /// Empty when nothing was processed whose time is known.
    Optional<Latency> latency() {
        TreeMap<Long, Long> all = new TreeMap<>();
        long messages = 0;
        double sum = 0;
        for (Round round : rounds) {
            for (Map.Entry<Long, Long> each : round.messagesByMillis().entrySet()) {
                all.merge(each.getKey(), each.getValue(), Long::sum);
                messages += each.getValue();
                sum += (double) each.getKey() * each.getValue();
            }
        }
        if (messages == 0) {
            return Optional.empty();
        }
        return Optional.of(
                new Latency(
                        Duration.ofMillis(Math.round(sum / messages)),
                        Duration.ofMillis(percentile(all, messages)),
                        resolution));
    }

    private static long percentile(SortedMap<Long, Long> all, long messages) {
        long wanted = (long) Math.ceil(SHARE * messages);
        long seen = 0;
        for (Map.Entry<Long, Long> each : all.entrySet()) {
            seen += each.getValue();
            if (seen >= wanted) {
                return each.getKey();
            }
        }
        return all.lastKey();
    }
}
