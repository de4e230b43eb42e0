package dev.signalbox.core.metrics;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Figures worked out from successive snapshots of one connection. A figure that is not there is not known
/// (yet): never 0.
///
/// @param rates messages per second produced to each destination, by name
/// @param deadLetterRates dead letters per minute arriving in each dead-letter destination, by name
/// @param groups by group id
/// @param throughput messages processed per second by all groups together
/// @param successShare of the messages processed in the window, the share that did not become a dead letter, 0 to 1
/// @param latency from produced to processed; an estimate, no finer than its resolution
/// @param availability share of the observed time the connection answered, 0 to 1
public record Derived(
        Map<String, Double> rates,
        Map<String, Double> deadLetterRates,
        Map<String, GroupTrend> groups,
        OptionalDouble throughput,
        OptionalDouble successShare,
        Optional<Latency> latency,
        OptionalDouble availability) {

    public Derived {
        rates = Map.copyOf(rates);
        deadLetterRates = Map.copyOf(deadLetterRates);
        groups = Map.copyOf(groups);
    }

    /// Nothing known yet.
    public static Derived nothing() {
        return new Derived(
                Map.of(),
                Map.of(),
                Map.of(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                OptionalDouble.empty());
    }

    /// From produced to processed.
    ///
    /// @param resolution what is shorter than this cannot be told from zero
    public record Latency(Duration mean, Duration p95, Duration resolution) {}

    /// How a group is doing over the window.
    ///
    /// @param consumeRate messages per second
    /// @param lagTime how long ago the oldest unread message was produced, estimated from when the end offset passed it
    /// @param timeToDrain at the present rates; empty when it does not drain or is not known
    /// @param availability share of the observed time the group had members, 0 to 1
    public record GroupTrend(
            OptionalDouble consumeRate,
            Optional<Duration> lagTime,
            Optional<Duration> timeToDrain,
            Verdict verdict,
            OptionalDouble availability) {}

    /// Judged by movement, not by a threshold (after Burrow's rules).
    public enum Verdict {
        /// Keeps up, or catches up.
        OK,
        /// Reads, but the lag grows over the whole window, or a part of it stands still.
        WARN,
        /// There is lag and the committed offset does not move.
        STALLED,
        /// Too few snapshots to say.
        UNKNOWN
    }
}
