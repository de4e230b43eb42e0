package dev.signalbox.core.port;

import java.time.Instant;
import java.util.Map;

/// Where the committed offsets of a group are to be.
public sealed interface OffsetTarget {
    record Earliest() implements OffsetTarget {}

    record Latest() implements OffsetTarget {}

    /// The first message with a timestamp at or after `time`; the end where there is none.
    record AtTime(Instant time) implements OffsetTarget {}

    /// Forward or back by so many messages, kept within what is retained.
    record ShiftBy(long messages) implements OffsetTarget {}

    /// Exactly these; what every plan freezes the others into, and what undoes a reset.
    record Exactly(Map<TopicPartition, Long> offsets) implements OffsetTarget {
        public Exactly {
            offsets = Map.copyOf(offsets);
        }
    }

    record TopicPartition(String topic, int partition) {
        @Override
        public String toString() {
            return topic + "-" + partition;
        }
    }
}
