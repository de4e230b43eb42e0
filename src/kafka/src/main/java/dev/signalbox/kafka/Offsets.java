package dev.signalbox.kafka;

import dev.signalbox.core.model.Reading;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/// First and next offset of partitions, each known or not on its own.
///
/// @param start of the oldest retained message
/// @param end of the next message
record Offsets(Map<TopicPartition, Reading> start, Map<TopicPartition, Reading> end) {
    static final Offsets NONE = new Offsets(Map.of(), Map.of());

    Offsets {
        start = Map.copyOf(start);
        end = Map.copyOf(end);
    }

    Reading startOf(TopicPartition partition) {
        return start.getOrDefault(partition, unasked());
    }

    Reading endOf(TopicPartition partition) {
        return end.getOrDefault(partition, unasked());
    }

    private static Reading unasked() {
        return Reading.unknown(KafkaTexts.get("offset.no-leader"));
    }

    /// These, and the others where they are newer.
    Offsets with(Offsets newer) {
        Map<TopicPartition, Reading> allStarts = new HashMap<>(start);
        allStarts.putAll(newer.start);
        Map<TopicPartition, Reading> allEnds = new HashMap<>(end);
        allEnds.putAll(newer.end);
        return new Offsets(allStarts, allEnds);
    }
}
