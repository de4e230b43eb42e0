package dev.signalbox.demo.services.backend;

import dev.signalbox.demo.services.broker.Topics;
import dev.signalbox.demo.services.kafka.TopicNames;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/// What the services have yet to consume, their retry topics included.
public final class Backlog implements AutoCloseable {

    private static final int PARTITIONS = 3;

    /// The topic of each group.
    private static final Map<String, String> TOPICS =
            Map.of(
                    "payment", Topics.ORDERS,
                    "stock", Topics.PAYMENTS,
                    "order", Topics.STOCK,
                    "recommendation", Topics.RECOMMENDATIONS);

    private final Admin admin = Admin.create(Map.of("bootstrap.servers", Backend.shared().kafka()));

    /// How far the group is behind.
    public long of(String group) throws ExecutionException, InterruptedException {
        return behind(group, ends());
    }

    /// How far all groups are behind.
    long ofAll(Map<TopicPartition, Long> ends) throws ExecutionException, InterruptedException {
        long sum = 0;
        for (String group : TOPICS.keySet()) {
            sum += behind(group, ends);
        }
        return sum;
    }

    /// The ends of all topics that somebody consumes.
    Map<TopicPartition, Long> ends() throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> latest =
                TOPICS.values().stream()
                        .flatMap(Backlog::partitions)
                        .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
        return admin.listOffsets(latest).all().get().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Backlog::end));
    }

    private static long end(Map.Entry<TopicPartition, ListOffsetsResultInfo> found) {
        return found.getValue().offset();
    }

    private long behind(String group, Map<TopicPartition, Long> ends)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed =
                admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
        return partitions(TOPICS.getOrDefault(group, group))
                .mapToLong(
                        partition ->
                                behind(ends.getOrDefault(partition, 0L), committed.get(partition)))
                .sum();
    }

    /// A group that has committed nothing yet begins at the beginning.
    private static long behind(long end, @Nullable OffsetAndMetadata committed) {
        return committed == null ? end : Math.max(0, end - committed.offset());
    }

    private static Stream<TopicPartition> partitions(String topic) {
        return List.of(topic, TopicNames.retryOf(topic)).stream()
                .flatMap(
                        name ->
                                IntStream.range(0, PARTITIONS)
                                        .mapToObj(n -> new TopicPartition(name, n)));
    }

    @Override
    public void close() {
        admin.close();
    }
}
