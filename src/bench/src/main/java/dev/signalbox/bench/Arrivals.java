package dev.signalbox.bench;

import java.time.Duration;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// What a consumer of committed messages finds in a topic, held against what should be there.
///
/// @param count of all messages; the transactions' own markers take offsets and are none
/// @param lost letters that are not there at all
/// @param duplicates messages beyond the first of each letter
/// @param altered messages whose key, value, headers, timestamp or partition are not the original's
/// @param outOfOrder messages behind a later one of their partition
record Arrivals(long count, long lost, long duplicates, long altered, long outOfOrder) {
    boolean isExact() {
        return lost == 0 && duplicates == 0 && altered == 0 && outOfOrder == 0;
    }

    /// Of letters numbered from 0 up to `letters`.
    static Arrivals of(String address, String topic, Letters written, int letters) {
        BitSet seen = new BitSet(letters);
        Map<Integer, Integer> last = new HashMap<>();
        long[] tally = new long[4];
        read(
                address,
                topic,
                arrival -> {
                    tally[0]++;
                    int number = Letters.number(arrival);
                    if (number < 0 || number >= letters || !written.isOriginal(arrival, number)) {
                        tally[2]++;
                        return;
                    }
                    if (seen.get(number)) {
                        tally[1]++;
                    }
                    seen.set(number);
                    Integer before = last.put(arrival.partition(), number);
                    if (before != null && before > number) {
                        tally[3]++;
                    }
                });
        return new Arrivals(tally[0], letters - seen.cardinality(), tally[1], tally[2], tally[3]);
    }

    static long count(String address, String topic) {
        long[] count = new long[1];
        read(address, topic, _ -> count[0]++);
        return count[0];
    }

    private interface Reader {
        void read(ConsumerRecord<byte[], byte[]> arrival);
    }

    private static void read(String address, String topic, Reader reader) {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers", address,
                                "isolation.level", "read_committed",
                                "enable.auto.commit", "false"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                consumer.poll(Duration.ofSeconds(1)).forEach(reader::read);
            }
        }
    }
}
