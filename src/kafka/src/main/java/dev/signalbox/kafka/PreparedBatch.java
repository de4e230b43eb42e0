package dev.signalbox.kafka;

import dev.signalbox.core.model.MessageSelection.Range;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/// Copies of letters that are sent together.
///
/// @param letters that the records are copies of
/// @param place how far the batch brings the replay, by partition
/// @param leftOut how many letters on the way have no copy, by the reason
/// @param alone whether no other may follow in the same transaction: how many may go at once is limited
record PreparedBatch(
        List<ProducerRecord<byte[], byte[]>> records,
        List<Range> letters,
        Map<TopicPartition, Long> place,
        SortedMap<String, Long> leftOut,
        boolean alone) {

    PreparedBatch {
        records = Collections.unmodifiableList(records);
        letters = List.copyOf(letters);
        place = Collections.unmodifiableMap(new HashMap<>(place));
        leftOut = Collections.unmodifiableSortedMap(new TreeMap<>(leftOut));
    }

    /// How many of the records go to which topic.
    SortedMap<String, Long> sentTo() {
        SortedMap<String, Long> counts = new TreeMap<>();
        String topic = "";
        long count = 0;
        for (ProducerRecord<byte[], byte[]> record : records) {
            if (!record.topic().equals(topic)) {
                counts.merge(topic, count, Long::sum);
                topic = record.topic();
                count = 0;
            }
            count++;
        }
        counts.merge(topic, count, Long::sum);
        counts.remove("");
        return counts;
    }
}
