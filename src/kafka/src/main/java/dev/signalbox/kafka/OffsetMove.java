package dev.signalbox.kafka;

import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;

/// What a reset does to one partition.
///
/// @param from as committed now; empty where nothing is
/// @param asked where it would go if everything were retained
/// @param to kept within what is retained
/// @param hadNote whether the group keeps something beside the offset, which a reset cannot keep
record OffsetMove(
        TopicPartition partition, OptionalLong from, long asked, long to, boolean hadNote) {

    String text() {
        return text(partition, from, to);
    }

    static String text(TopicPartition partition, OptionalLong from, long to) {
        return from.isPresent()
                ? KafkaTexts.get(
                        "reset.step", partition, Long.toString(from.getAsLong()), Long.toString(to))
                : KafkaTexts.get("reset.step-new", partition, Long.toString(to));
    }

    /// Messages between the two.
    long distance() {
        return Math.abs(to - from.orElse(to));
    }

    long readAgain() {
        return Math.max(0, from.orElse(to) - to);
    }

    long skipped() {
        return Math.max(0, to - from.orElse(to));
    }
}
