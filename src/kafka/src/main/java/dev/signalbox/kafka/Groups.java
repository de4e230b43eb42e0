package dev.signalbox.kafka;

import dev.signalbox.core.model.ConsumerGroup;
import dev.signalbox.core.model.ConsumerGroup.Position;
import dev.signalbox.core.model.GroupState;
import dev.signalbox.core.model.GroupType;
import dev.signalbox.core.model.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.common.TopicPartition;

/// Puts groups together from their commits and the offsets of the partitions.
final class Groups {
    private static final Comparator<Position> ORDER =
            Comparator.comparing(Position::topic).thenComparingInt(Position::partition);

    private Groups() {}

    static ConsumerGroup group(
            GroupListing listing, Map<TopicPartition, Commit> commits, Offsets offsets) {
        List<Position> positions = new ArrayList<>();
        commits.forEach((partition, commit) -> positions.add(position(partition, commit, offsets)));
        positions.sort(ORDER);
        return new ConsumerGroup(
                listing.groupId(), type(listing), state(listing), List.copyOf(positions));
    }

    /// Partitions whose commit is past their end as read: the group went on between the two readings, or the topic is
    /// not the one it was. Reading the ends once more tells which.
    static List<TopicPartition> past(Commits commits, Offsets offsets) {
        return commits.byGroup().values().stream()
                .flatMap(map -> map.entrySet().stream())
                .filter(
                        entry ->
                                offsets.endOf(entry.getKey()).value().orElse(Long.MAX_VALUE)
                                        < entry.getValue().offset())
                .map(Map.Entry::getKey)
                .distinct()
                .toList();
    }

    private static Position position(TopicPartition partition, Commit commit, Offsets offsets) {
        Reading end = offsets.endOf(partition);
        Reading committed =
                commit.offset() < 0
                        ? Reading.unknown(KafkaTexts.get("lag.not-started"))
                        : Reading.of(commit.offset());
        return new Position(
                partition.topic(),
                partition.partition(),
                committed,
                end,
                lag(commit, offsets.startOf(partition), end));
    }

    private static Reading lag(Commit commit, Reading start, Reading end) {
        if (commit.lag().isPresent()) {
            return Reading.of(commit.lag().getAsLong());
        }
        if (end instanceof Reading.Unknown) {
            return end;
        }
        long last = end.value().orElseThrow();
        if (commit.offset() < 0) {
            return Reading.unknown(KafkaTexts.get("lag.not-started"));
        }
        if (commit.offset() > last) {
            return Reading.unknown(
                    KafkaTexts.get("lag.past-end", text(commit.offset()), text(last)));
        }
        long first = start.value().orElse(commit.offset());
        if (commit.offset() < first) {
            return new Reading.Estimate(
                    last - first,
                    KafkaTexts.get("lag.before-start", text(first - commit.offset())));
        }
        return Reading.of(last - commit.offset());
    }

    private static String text(long offset) {
        return Long.toString(offset);
    }

    private static GroupType type(GroupListing listing) {
        Optional<org.apache.kafka.common.GroupType> type = listing.type();
        return type.map(
                        known ->
                                switch (known) {
                                    case CLASSIC -> GroupType.CLASSIC;
                                    case CONSUMER -> GroupType.CONSUMER;
                                    case SHARE -> GroupType.SHARE;
                                    case STREAMS -> GroupType.STREAMS;
                                    case UNKNOWN -> GroupType.UNKNOWN;
                                })
                // Brokers before 3.8 know one kind only and do not say so.
                .orElse(GroupType.CLASSIC);
    }

    static GroupState state(GroupListing listing) {
        return listing.groupState()
                .map(
                        known ->
                                switch (known) {
                                    case STABLE -> GroupState.STABLE;
                                    case PREPARING_REBALANCE,
                                            COMPLETING_REBALANCE,
                                            ASSIGNING,
                                            RECONCILING,
                                            NOT_READY ->
                                            GroupState.REBALANCING;
                                    case EMPTY -> GroupState.EMPTY;
                                    case DEAD -> GroupState.DEAD;
                                    case UNKNOWN -> GroupState.UNKNOWN;
                                })
                .orElse(GroupState.UNKNOWN);
    }
}
