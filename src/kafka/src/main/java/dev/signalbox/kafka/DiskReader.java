package dev.signalbox.kafka;

import dev.signalbox.core.model.Reading;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;

/// Reads sizes on disk, now and then: brokers go through their files for the answer.
final class DiskReader {
    private static final int POLLS_BETWEEN = 10;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    private final AdminLink link;
    private volatile Sizes last =
            new Sizes(Map.of(), KafkaTexts.get("disk.not-read"), POLLS_BETWEEN);

    /// @param bytes of the largest replica of each partition
    /// @param basis when they were read, or why they were not
    /// @param age polls since
    private record Sizes(Map<TopicPartition, Long> bytes, String basis, int age) {}

    DiskReader(AdminLink link) {
        this.link = link;
    }

    /// Asks where it is time to; send it before waiting for anything else.
    Pending ask(Admin admin, Collection<Node> nodes, Instant now) {
        Sizes known = last;
        if (known.age + 1 < POLLS_BETWEEN) {
            last = new Sizes(known.bytes, known.basis, known.age + 1);
            return new Pending(Map.of(), now);
        }
        return new Pending(
                admin.describeLogDirs(nodes.stream().map(Node::id).toList()).descriptions(), now);
    }

    /// The size of a topic by the last reading: never quite up to date, hence an estimate.
    Reading bytes(TopicDescription topic) {
        Sizes sizes = last;
        long sum = 0;
        for (TopicPartitionInfo partition : topic.partitions()) {
            Long bytes = sizes.bytes.get(new TopicPartition(topic.name(), partition.partition()));
            if (bytes == null) {
                return Reading.unknown(
                        sizes.bytes.isEmpty() ? sizes.basis : KafkaTexts.get("disk.not-read"));
            }
            sum += bytes;
        }
        return new Reading.Estimate(sum, sizes.basis);
    }

    /// Questions on their way.
    final class Pending {
        private final Map<Integer, KafkaFuture<Map<String, LogDirDescription>>> answers;
        private final Instant at;

        private Pending(
                Map<Integer, KafkaFuture<Map<String, LogDirDescription>>> answers, Instant at) {
            this.answers = answers;
            this.at = at;
        }

        void await() throws InterruptedException {
            if (answers.isEmpty()) {
                return;
            }
            link.awaitAll(answers.values());
            Map<TopicPartition, Long> bytes = new HashMap<>();
            String basis = KafkaTexts.get("disk.basis", TIME.format(at));
            for (Map.Entry<Integer, KafkaFuture<Map<String, LogDirDescription>>> entry :
                    answers.entrySet()) {
                switch (Answer.of(entry.getValue(), "broker " + entry.getKey())) {
                    case Answer.Given<Map<String, LogDirDescription>> given ->
                            given.value().values().forEach(folder -> collect(folder, bytes));
                    case Answer.Failed<Map<String, LogDirDescription>> failed -> {
                        if (bytes.isEmpty()) {
                            basis = failed.problem().summary();
                        }
                    }
                }
            }
            last = new Sizes(Collections.unmodifiableMap(bytes), basis, 0);
        }

        private static void collect(LogDirDescription folder, Map<TopicPartition, Long> bytes) {
            folder.replicaInfos()
                    .forEach(
                            (partition, replica) -> {
                                if (!replica.isFuture()) {
                                    bytes.merge(partition, replica.size(), Math::max);
                                }
                            });
        }
    }
}
