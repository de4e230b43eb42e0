package dev.signalbox.kafka;

import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;

/// What a topic holds at one moment: the offsets of each partition from the oldest retained message to the last stable
/// one, which is where an open transaction begins. Messages behind it are not there yet for whoever reads committed
/// messages only, and may never be.
final class TopicExtent {
    private final TopicDescription topic;
    private final SortedMap<Integer, Range> held;

    private TopicExtent(TopicDescription topic, SortedMap<Integer, Range> held) {
        this.topic = topic;
        this.held = held;
    }

    /// @throws ConnectorException `NOT_FOUND` without the topic; `UNREACHABLE` when a partition cannot be read, for part
    ///     of a topic is not the topic
    static TopicExtent read(AdminLink link, String name)
            throws ConnectorException, InterruptedException {
        return of(link, describe(link, name));
    }

    static TopicExtent of(AdminLink link, TopicDescription topic)
            throws ConnectorException, InterruptedException {
        List<TopicPartition> partitions = new ArrayList<>();
        for (TopicPartitionInfo info : topic.partitions()) {
            if (!Topics.hasLeader(info)) {
                throw KafkaProblems.exception(
                        ProblemKind.UNREACHABLE, "topic.no-leader", topic.name(), info.partition());
            }
            partitions.add(new TopicPartition(topic.name(), info.partition()));
        }
        var starts = ask(link.admin(), partitions, OffsetSpec.earliest());
        var ends = ask(link.admin(), partitions, OffsetSpec.latest());
        Map<TopicPartition, Long> first = await(link, topic.name(), starts);
        Map<TopicPartition, Long> last = await(link, topic.name(), ends);
        SortedMap<Integer, Range> held = new TreeMap<>();
        for (TopicPartition partition : partitions) {
            long from = first.getOrDefault(partition, 0L);
            long to = Math.max(from, last.getOrDefault(partition, from));
            held.put(partition.partition(), new Range(partition.partition(), from, to));
        }
        return new TopicExtent(topic, held);
    }

    static TopicDescription describe(AdminLink link, String name)
            throws ConnectorException, InterruptedException {
        return link.await(link.admin().describeTopics(List.of(name)).topicNameValues(), name, name);
    }

    String name() {
        return topic.name();
    }

    boolean internal() {
        return topic.isInternal();
    }

    int partitions() {
        return held.size();
    }

    /// What a partition holds; empty where there is no such partition.
    Optional<Range> held(int partition) {
        return Optional.ofNullable(held.get(partition));
    }

    /// What each partition holds; empty ones too, in order.
    List<Range> held() {
        return List.copyOf(held.values());
    }

    /// From the first message at or after a time on; partitions without one are left out.
    List<Range> since(AdminLink link, Instant from)
            throws ConnectorException, InterruptedException {
        List<TopicPartition> partitions =
                held.keySet().stream().map(each -> new TopicPartition(name(), each)).toList();
        Map<TopicPartition, Long> found =
                await(
                        link,
                        name(),
                        ask(
                                link.admin(),
                                partitions,
                                OffsetSpec.forTimestamp(from.toEpochMilli())));
        List<Range> ranges = new ArrayList<>();
        for (Range range : held.values()) {
            long offset = found.getOrDefault(new TopicPartition(name(), range.partition()), -1L);
            if (offset >= 0 && offset < range.to()) {
                ranges.add(
                        new Range(range.partition(), Math.max(offset, range.from()), range.to()));
            }
        }
        return ranges;
    }

    private static Map<TopicPartition, KafkaFuture<ListOffsetsResultInfo>> ask(
            Admin admin, Collection<TopicPartition> partitions, OffsetSpec which) {
        return OffsetQuery.send(admin, partitions, which, IsolationLevel.READ_COMMITTED);
    }

    private static Map<TopicPartition, Long> await(
            AdminLink link,
            String topic,
            Map<TopicPartition, KafkaFuture<ListOffsetsResultInfo>> answers)
            throws ConnectorException, InterruptedException {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        for (Map.Entry<TopicPartition, KafkaFuture<ListOffsetsResultInfo>> entry :
                answers.entrySet()) {
            offsets.put(entry.getKey(), link.await(entry.getValue(), topic).offset());
        }
        return offsets;
    }
}
