package dev.signalbox.core.metrics;

import dev.signalbox.core.metrics.PositionTrend.Move;
import dev.signalbox.core.model.ConsumerGroup.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// What one look at the positions of one group finds.
final class GroupLook {
    private final Instant at;
    private final Topics topics;
    private final Latencies latencies;
    private final boolean byMembers;

    private long advanced;
    private long processed;
    private long lag;
    private int known;
    private boolean moved;
    private boolean partStandsStill;
    private @Nullable Duration oldestUnread = Duration.ZERO;

    /// @param byMembers whether there were members to move an offset; without, nobody can say whether it was read or set
    GroupLook(Instant at, Topics topics, Latencies latencies, boolean byMembers) {
        this.at = at;
        this.topics = topics;
        this.latencies = latencies;
        this.byMembers = byMembers;
    }

    /// Takes one position in.
    ///
    /// @param patience how long it may be idle before it stands still
    void take(Position position, long committed, PositionTrend trend, Duration patience) {
        OptionalLong unread = position.lag().value();
        if (unread.isPresent()) {
            known++;
            lag += unread.getAsLong();
        } else {
            oldestUnread = null;
        }
        boolean lagging = unread.orElse(0) > 0;
        Move move = trend.look(at, committed, lagging);
        moved |= move.happened();
        partStandsStill |= trend.standsStill(at, patience);

        @Nullable TopicTrend topic = topics.topic(position.topic());
        @Nullable PartitionTrend partition =
                topic == null ? null : topic.partition(position.partition());
        if (topic == null || partition == null) {
            advanced += Math.max(0, move.to() - move.from());
            oldestUnread = lagging ? null : oldestUnread;
            return;
        }
        EndOffsets ends = partition.watch(at, committed);
        if (lagging) {
            oldestUnread = older(oldestUnread, ends.passed(partition.retained(committed)));
        }
        long from = partition.retained(move.from());
        if (from < move.to()) {
            advanced += move.to() - from;
            if (byMembers && topic.holdsFirstAttempts()) {
                processed += move.to() - from;
                ends.ages(from, move.to(), at, latencies::take);
            }
        }
    }

    private @Nullable Duration older(@Nullable Duration soFar, Optional<Instant> passed) {
        if (soFar == null || passed.isEmpty()) {
            return null;
        }
        Duration age = Duration.between(passed.get(), at);
        return age.compareTo(soFar) > 0 ? age : soFar;
    }

    /// Messages the committed offsets have passed.
    long advanced() {
        return advanced;
    }

    /// Those of them that members processed and nobody had tried before.
    long processed() {
        return processed;
    }

    long lag() {
        return lag;
    }

    /// Positions whose lag is known.
    int known() {
        return known;
    }

    /// Whether a committed offset changed.
    boolean moved() {
        return moved;
    }

    boolean partStandsStill() {
        return partStandsStill;
    }

    /// How long ago the oldest unread message was produced; zero when all is read, empty when it is not known.
    Optional<Duration> oldestUnread() {
        return known > 0 ? Optional.ofNullable(oldestUnread) : Optional.empty();
    }
}
