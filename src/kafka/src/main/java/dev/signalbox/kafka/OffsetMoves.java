package dev.signalbox.kafka;

import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.port.Action.ResetOffsets;
import dev.signalbox.core.port.OffsetTarget;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;

/// Works out where each offset of a group would go.
final class OffsetMoves {
    static final Comparator<TopicPartition> ORDER =
            Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition);

    private final Cluster cluster;
    private final Map<TopicPartition, Commit> before;
    private final ResetOffsets reset;

    OffsetMoves(Cluster cluster, Map<TopicPartition, Commit> before, ResetOffsets reset) {
        this.cluster = cluster;
        this.before = before;
        this.reset = reset;
    }

    /// The moves that change anything, in order.
    SortedMap<TopicPartition, OffsetMove> work() throws ConnectorException, InterruptedException {
        Set<TopicPartition> partitions = partitions();
        Map<TopicPartition, Range> retained = retained(partitions);
        Map<TopicPartition, Long> asked = asked(retained);
        SortedMap<TopicPartition, OffsetMove> moves = new TreeMap<>(ORDER);
        asked.forEach(
                (partition, offset) -> {
                    Range here = retained.get(partition);
                    if (here != null) {
                        OffsetMove move = move(partition, offset, here);
                        if (move.from().isEmpty() || move.from().getAsLong() != move.to()) {
                            moves.put(partition, move);
                        }
                    }
                });
        return moves;
    }

    private OffsetMove move(TopicPartition partition, long asked, Range retained) {
        Commit commit = before.get(partition);
        return new OffsetMove(
                partition,
                commit == null ? OptionalLong.empty() : OptionalLong.of(commit.offset()),
                asked,
                Math.clamp(asked, retained.from(), retained.to()),
                commit != null && !commit.note().isEmpty());
    }

    /// Those that are named; without names, those the group has committed in.
    private Set<TopicPartition> partitions() throws ConnectorException, InterruptedException {
        Set<TopicPartition> partitions = new TreeSet<>(ORDER);
        if (reset.to()
                instanceof OffsetTarget.Exactly(Map<OffsetTarget.TopicPartition, Long> exactly)) {
            exactly.keySet().forEach(each -> partitions.add(ResetOffsetsAction.kafkas(each)));
            return partitions;
        }
        if (reset.topics().isEmpty()) {
            partitions.addAll(before.keySet());
            return partitions;
        }
        for (String topic : reset.topics()) {
            TopicDescription description = TopicExtent.describe(cluster.link(), topic);
            for (TopicPartitionInfo info : description.partitions()) {
                partitions.add(new TopicPartition(topic, info.partition()));
            }
        }
        return partitions;
    }

    /// What the partitions hold. One whose topic is gone is left out: there is nothing to move to.
    private Map<TopicPartition, Range> retained(Set<TopicPartition> partitions)
            throws ConnectorException, InterruptedException {
        Topics topics = existing(partitions);
        List<TopicPartition> led = new ArrayList<>(topics.ledPartitions());
        led.retainAll(partitions);
        Offsets offsets = new OffsetReader(cluster.link()).ask(cluster.link().admin(), led).await();
        Map<TopicPartition, Range> retained = new HashMap<>();
        for (TopicPartition partition : partitions) {
            if (!topics.byName().containsKey(partition.topic())) {
                continue;
            }
            OptionalLong start = offsets.startOf(partition).value();
            OptionalLong end = offsets.endOf(partition).value();
            if (start.isEmpty() || end.isEmpty()) {
                throw KafkaProblems.exception(
                        ProblemKind.UNREACHABLE,
                        "topic.no-leader",
                        partition.topic(),
                        partition.partition());
            }
            retained.put(
                    partition,
                    new Range(
                            partition.partition(),
                            start.getAsLong(),
                            Math.max(start.getAsLong(), end.getAsLong())));
        }
        return retained;
    }

    private Topics existing(Set<TopicPartition> partitions)
            throws ConnectorException, InterruptedException {
        Set<String> names = new TreeSet<>();
        partitions.forEach(partition -> names.add(partition.topic()));
        Map<String, TopicDescription> found = new HashMap<>();
        if (!names.isEmpty()) {
            Map<String, KafkaFuture<TopicDescription>> answers =
                    cluster.link().admin().describeTopics(names).topicNameValues();
            cluster.link().awaitAll(answers.values());
            for (Map.Entry<String, KafkaFuture<TopicDescription>> entry : answers.entrySet()) {
                if (Answer.of(entry.getValue(), entry.getKey())
                        instanceof Answer.Given<TopicDescription>(TopicDescription topic)) {
                    found.put(entry.getKey(), topic);
                }
            }
        }
        return new Topics(found, List.of());
    }

    /// Where each would go if everything were retained.
    private Map<TopicPartition, Long> asked(Map<TopicPartition, Range> retained)
            throws ConnectorException, InterruptedException {
        Map<TopicPartition, Long> asked = new HashMap<>();
        switch (reset.to()) {
            case OffsetTarget.Earliest _ ->
                    retained.forEach((partition, range) -> asked.put(partition, range.from()));
            case OffsetTarget.Latest _ ->
                    retained.forEach((partition, range) -> asked.put(partition, range.to()));
            case OffsetTarget.AtTime(Instant time) ->
                    asked.putAll(atTime(retained, OffsetSpec.forTimestamp(time.toEpochMilli())));
            case OffsetTarget.ShiftBy(long messages) ->
                    // Nothing can be shifted where nothing is committed.
                    before.forEach(
                            (partition, commit) -> {
                                if (retained.containsKey(partition)) {
                                    asked.put(partition, plus(commit.offset(), messages));
                                }
                            });
            case OffsetTarget.Exactly(Map<OffsetTarget.TopicPartition, Long> exactly) ->
                    exactly.forEach(
                            (partition, offset) ->
                                    asked.put(ResetOffsetsAction.kafkas(partition), offset));
        }
        return asked;
    }

    /// Stops at the largest number instead of starting again at the smallest.
    private static long plus(long offset, long messages) {
        return messages > Long.MAX_VALUE - offset ? Long.MAX_VALUE : offset + messages;
    }

    private Map<TopicPartition, Long> atTime(Map<TopicPartition, Range> retained, OffsetSpec time)
            throws ConnectorException, InterruptedException {
        Map<TopicPartition, KafkaFuture<ListOffsetsResultInfo>> answers =
                OffsetQuery.send(
                        cluster.link().admin(),
                        retained.keySet(),
                        time,
                        IsolationLevel.READ_UNCOMMITTED);
        Map<TopicPartition, Long> asked = new HashMap<>();
        for (Map.Entry<TopicPartition, Range> entry : retained.entrySet()) {
            long found =
                    cluster.link().await(answers, entry.getKey(), entry.getKey().topic()).offset();
            asked.put(entry.getKey(), found < 0 ? entry.getValue().to() : found);
        }
        return asked;
    }
}
