package dev.signalbox.kafka;

import dev.signalbox.core.model.Reading;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/// Reads first and next offsets: one request to each broker for all its partitions. The next offset is that of the next
/// message to be written, open transactions included.
final class OffsetReader {
    private final AdminLink link;

    OffsetReader(AdminLink link) {
        this.link = link;
    }

    /// Asks for both ends; send it before waiting for anything else.
    Pending ask(Admin admin, Collection<TopicPartition> partitions) {
        return new Pending(
                send(admin, partitions, OffsetSpec.earliest()),
                send(admin, partitions, OffsetSpec.latest()));
    }

    /// Asks for the next offsets only.
    Pending askEnds(Admin admin, Collection<TopicPartition> partitions) {
        return new Pending(Map.of(), send(admin, partitions, OffsetSpec.latest()));
    }

    private static Map<TopicPartition, KafkaFuture<ListOffsetsResultInfo>> send(
            Admin admin, Collection<TopicPartition> partitions, OffsetSpec which) {
        return OffsetQuery.send(admin, partitions, which, IsolationLevel.READ_UNCOMMITTED);
    }

    /// Questions on their way.
    final class Pending {
        private final Map<TopicPartition, KafkaFuture<ListOffsetsResultInfo>> starts;
        private final Map<TopicPartition, KafkaFuture<ListOffsetsResultInfo>> ends;

        private Pending(
                Map<TopicPartition, KafkaFuture<ListOffsetsResultInfo>> starts,
                Map<TopicPartition, KafkaFuture<ListOffsetsResultInfo>> ends) {
            this.starts = starts;
            this.ends = ends;
        }

        /// All of them; one that could not be read is unknown.
        Offsets await() throws InterruptedException {
            List<KafkaFuture<ListOffsetsResultInfo>> all = new ArrayList<>(starts.values());
            all.addAll(ends.values());
            link.awaitAll(all);
            return new Offsets(readings(starts), readings(ends));
        }

        private static Map<TopicPartition, Reading> readings(
                Map<TopicPartition, KafkaFuture<ListOffsetsResultInfo>> answers)
                throws InterruptedException {
            Map<TopicPartition, Reading> readings = new HashMap<>();
            for (Map.Entry<TopicPartition, KafkaFuture<ListOffsetsResultInfo>> entry :
                    answers.entrySet()) {
                readings.put(entry.getKey(), reading(entry.getKey(), entry.getValue()));
            }
            return readings;
        }

        private static Reading reading(
                TopicPartition partition, KafkaFuture<ListOffsetsResultInfo> answer)
                throws InterruptedException {
            return switch (Answer.of(answer, partition.toString())) {
                case Answer.Given<ListOffsetsResultInfo>(ListOffsetsResultInfo info) ->
                        Reading.of(info.offset());
                case Answer.Failed<ListOffsetsResultInfo> failed ->
                        Reading.unknown(failed.problem().summary());
            };
        }
    }
}
