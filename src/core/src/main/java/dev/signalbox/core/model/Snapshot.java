package dev.signalbox.core.model;

import dev.signalbox.core.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The whole picture of one server at one moment.
///
/// @param takenAt when reading began
/// @param took how long reading took
/// @param capabilities what this server can do; a kind that is not in it is refused
/// @param gaps what could not be read, and why; the rest is true all the same
public record Snapshot(
        Instant takenAt,
        Duration took,
        ServerInfo server,
        List<Destination> destinations,
        List<ConsumerGroup> groups,
        List<GlobalTransaction> transactions,
        Map<ActionKind, Support> capabilities,
        List<Problem> gaps) {

    public Snapshot {
        destinations = List.copyOf(destinations);
        groups = List.copyOf(groups);
        transactions = List.copyOf(transactions);
        capabilities = Map.copyOf(capabilities);
        gaps = List.copyOf(gaps);
    }
}
