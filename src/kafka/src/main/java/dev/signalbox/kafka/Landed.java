package dev.signalbox.kafka;

import dev.signalbox.core.port.Landing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;

/// Where the records of one transaction lie, as the brokers tell it.
final class Landed {
    private final Map<TopicPartition, Landing> places = new HashMap<>();

    /// Called on the producer's own thread.
    synchronized void add(RecordMetadata record) {
        if (record.hasOffset()) {
            places.merge(
                    new TopicPartition(record.topic(), record.partition()),
                    new Landing(
                            record.topic(),
                            record.partition(),
                            record.offset(),
                            record.offset() + 1,
                            1),
                    (one, other) ->
                            new Landing(
                                    one.destination(),
                                    one.partition(),
                                    Math.min(one.from(), other.from()),
                                    Math.max(one.past(), other.past()),
                                    one.count() + other.count()));
        }
    }

    synchronized List<Landing> places() {
        return List.copyOf(places.values());
    }
}
