package dev.signalbox.core.metrics;

import dev.signalbox.core.model.Destination;
import dev.signalbox.core.model.Partition;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// What is remembered of one topic.
final class TopicTrend {
    private final Map<Integer, PartitionTrend> partitions = new HashMap<>();
    private final Tally produced;
    private boolean holdsFirstAttempts;
    private Instant lastSeen = Instant.EPOCH;

    TopicTrend(Windows windows, Destination first) {
        this.produced = new Tally(first.isDeadLetters() ? windows.minute() : windows.rate());
    }

    /// Takes a look in and says how many messages were produced since the last one.
    ///
    /// @param lastComplete the last look, if all there was could be seen then: what was not there did not exist
    long look(Instant at, Destination destination, Optional<Instant> lastComplete) {
        boolean isNew = lastSeen.equals(Instant.EPOCH);
        lastSeen = at;
        holdsFirstAttempts =
                !destination.internal()
                        && !destination.isDeadLetters()
                        && destination.retryOf().isEmpty();
        if (destination.partitions().isEmpty()) {
            return 0;
        }
        long count = 0;
        boolean complete = true;
        for (Partition partition : destination.partitions()) {
            OptionalLong end = partition.endOffset().value();
            PartitionTrend trend = partition(partition, lastComplete.isPresent());
            if (end.isPresent()) {
                count += trend.look(at, partition.startOffset().value().orElse(0), end.getAsLong());
            } else {
                // Without a leader nobody can produce to it, so nothing is missed.
                complete &= partition.leader().isEmpty();
            }
        }
        if (!complete) {
            produced.restart();
            return 0;
        }
        if (isNew) {
            lastComplete.ifPresent(before -> produced.add(before, 0));
        }
        produced.add(at, count);
        return count;
    }

    private PartitionTrend partition(Partition partition, boolean lastWasComplete) {
        PartitionTrend known = partitions.get(partition.index());
        if (known != null) {
            return known;
        }
        PartitionTrend trend = new PartitionTrend();
        if (lastWasComplete && partition.startOffset().value().orElse(-1) == 0) {
            trend.appeared();
        }
        partitions.put(partition.index(), trend);
        return trend;
    }

    Tally produced() {
        return produced;
    }

    @Nullable PartitionTrend partition(int index) {
        return partitions.get(index);
    }

    /// Whether what lies here has not been tried before: no internal, retry or dead-letter topic.
    boolean holdsFirstAttempts() {
        return holdsFirstAttempts;
    }

    Instant lastSeen() {
        return lastSeen;
    }
}
