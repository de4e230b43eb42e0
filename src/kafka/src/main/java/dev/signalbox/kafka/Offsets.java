package dev.signalbox.kafka;

import dev.signalbox.core.model.Reading;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/// First and next offset of partitions, each known or not on its own.
///
/// Hash maps, not `Map.copyOf`: the hashes of partitions lie close together, and its linear probing took most of a poll of
/// 10,000 partitions.
///
/// @param start of the oldest retained message
/// @param end of the next message
record Offsets(Map<TopicPartition, Reading> start, Map<TopicPartition, Reading> end) {
    static final Offsets NONE = new Offsets(Map.of(), Map.of());

    Offsets {
        start = Collections.unmodifiableMap(new HashMap<>(start));
        end = Collections.unmodifiableMap(new HashMap<>(end));
    }

    Reading startOf(TopicPartition partition) {
        return known(start, partition);
    }

    Reading endOf(TopicPartition partition) {
        return known(end, partition);
    }

    private static Reading known(Map<TopicPartition, Reading> readings, TopicPartition partition) {
        Reading reading = readings.get(partition);
        return reading == null ? Reading.unknown(KafkaTexts.get("offset.no-leader")) : reading;
    }

    /// These, and the others where they are newer.
    Offsets with(Offsets newer) {
        if (newer.start.isEmpty() && newer.end.isEmpty()) {
            return this;
        }
        Map<TopicPartition, Reading> allStarts = new HashMap<>(start);
        allStarts.putAll(newer.start);
        Map<TopicPartition, Reading> allEnds = new HashMap<>(end);
        allEnds.putAll(newer.end);
        return new Offsets(allStarts, allEnds);
    }
}
