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
/// @param sentTo how many of the records go to which topic
/// @param leftOut how many letters on the way have no copy, by the reason
/// @param alone whether no other may follow in the same transaction: how many may go at once is limited
record PreparedBatch(
        List<ProducerRecord<byte[], byte[]>> records,
        List<Range> letters,
        Map<TopicPartition, Long> place,
        SortedMap<String, Long> sentTo,
        SortedMap<String, Long> leftOut,
        boolean alone) {

    PreparedBatch {
        records = Collections.unmodifiableList(records);
        letters = List.copyOf(letters);
        place = Collections.unmodifiableMap(new HashMap<>(place));
        sentTo = Collections.unmodifiableSortedMap(new TreeMap<>(sentTo));
        leftOut = Collections.unmodifiableSortedMap(new TreeMap<>(leftOut));
    }
}
