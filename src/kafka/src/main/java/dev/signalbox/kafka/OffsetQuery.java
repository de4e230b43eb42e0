package dev.signalbox.kafka;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/// One question about the offsets of many partitions.
final class OffsetQuery {
    /// A partition that lost its leader a moment ago must not hold up everything else.
    private static final int PATIENCE_MILLIS = 5_000;

    private OffsetQuery() {}

    /// Sends it; the answers come on their own.
    static Map<TopicPartition, KafkaFuture<ListOffsetsResultInfo>> send(
            Admin admin,
            Collection<TopicPartition> partitions,
            OffsetSpec which,
            IsolationLevel isolation) {
        if (partitions.isEmpty()) {
            return Map.of();
        }
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        partitions.forEach(partition -> wanted.put(partition, which));
        ListOffsetsOptions options = new ListOffsetsOptions(isolation);
        options.timeoutMs(PATIENCE_MILLIS);
        var result = admin.listOffsets(wanted, options);
        Map<TopicPartition, KafkaFuture<ListOffsetsResultInfo>> answers = new HashMap<>();
        partitions.forEach(each -> answers.put(each, result.partitionResult(each)));
        return answers;
    }
}
