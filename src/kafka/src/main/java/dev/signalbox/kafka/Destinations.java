package dev.signalbox.kafka;

import dev.signalbox.core.deadletter.DeadLetterRules;
import dev.signalbox.core.model.Destination;
import dev.signalbox.core.model.DestinationKind;
import dev.signalbox.core.model.Partition;
import dev.signalbox.core.model.Reading;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;

/// Puts topics together from their descriptions and offsets.
final class Destinations {
    private final Topics topics;
    private final Offsets offsets;
    private final DiskReader disk;
    private final TopicNames names;

    Destinations(Topics topics, Offsets offsets, DiskReader disk, DeadLetterRules rules) {
        this.topics = topics;
        this.offsets = offsets;
        this.disk = disk;
        this.names = new TopicNames(topics.byName().keySet(), rules);
    }

    /// All topics, by name.
    List<Destination> all() {
        return topics.byName().values().stream()
                .sorted(Comparator.comparing(TopicDescription::name))
                .map(this::destination)
                .toList();
    }

    /// A gap for each topic of which something could not be read.
    List<Problem> gaps() {
        List<Problem> gaps = new ArrayList<>(topics.failures());
        for (TopicDescription topic : topics.byName().values()) {
            gapOf(topic).ifPresent(gaps::add);
        }
        return gaps;
    }

    private Destination destination(TopicDescription topic) {
        List<Partition> partitions =
                topic.partitions().stream()
                        .map(partition -> partition(topic.name(), partition))
                        .sorted(Comparator.comparingInt(Partition::index))
                        .toList();
        return new Destination(
                topic.name(),
                DestinationKind.TOPIC,
                topic.isInternal(),
                partitions,
                retained(partitions),
                disk.bytes(topic),
                names.deadLetterOf(topic.name()),
                names.retryOf(topic.name()),
                Optional.empty());
    }

    private Partition partition(String topic, TopicPartitionInfo info) {
        TopicPartition key = new TopicPartition(topic, info.partition());
        return new Partition(
                info.partition(),
                Topics.hasLeader(info) ? OptionalInt.of(info.leader().id()) : OptionalInt.empty(),
                info.replicas().size(),
                info.isr().size(),
                offsets.startOf(key),
                offsets.endOf(key));
    }

    /// The sum over the partitions, as far as all of them are known: part of a topic is not the topic.
    private static Reading retained(List<Partition> partitions) {
        long sum = 0;
        for (Partition partition : partitions) {
            if (partition.startOffset() instanceof Reading.Unknown unknown) {
                return unknown;
            }
            if (partition.endOffset() instanceof Reading.Unknown unknown) {
                return unknown;
            }
            // Read one after the other, so messages may have been deleted between the two.
            sum +=
                    Math.max(
                            0,
                            partition.endOffset().value().orElseThrow()
                                    - partition.startOffset().value().orElseThrow());
        }
        return Reading.of(sum);
    }

    private Optional<Problem> gapOf(TopicDescription topic) {
        List<Integer> leaderless = new ArrayList<>();
        List<Integer> unread = new ArrayList<>();
        String reason = "";
        for (TopicPartitionInfo partition : topic.partitions()) {
            TopicPartition key = new TopicPartition(topic.name(), partition.partition());
            if (!Topics.hasLeader(partition)) {
                leaderless.add(partition.partition());
            } else if (offsets.endOf(key) instanceof Reading.Unknown unknown) {
                unread.add(partition.partition());
                reason = unknown.reason();
            } else if (offsets.startOf(key) instanceof Reading.Unknown unknown) {
                unread.add(partition.partition());
                reason = unknown.reason();
            }
        }
        if (!leaderless.isEmpty()) {
            return Optional.of(
                    KafkaProblems.problem(
                            ProblemKind.UNREACHABLE,
                            "gap.no-leader",
                            topic.name(),
                            leaderless.toString()));
        }
        if (!unread.isEmpty()) {
            return Optional.of(
                    KafkaProblems.problem(
                            ProblemKind.TIMEOUT,
                            "gap.offsets",
                            topic.name(),
                            unread.toString(),
                            reason));
        }
        return Optional.empty();
    }
}
