package dev.signalbox.kafka;

import dev.signalbox.core.port.Landing;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/// Where the records of one transaction lie, as the brokers tell it.
final class Landed {
    private final List<Place> places = new ArrayList<>();

    /// Of the last record: of the next one too, most often.
    private @Nullable Place last;

    private static final class Place {
        private final String topic;
        private final int partition;
        private long from = Long.MAX_VALUE;
        private long past;
        private long count;

        Place(String topic, int partition) {
            this.topic = topic;
            this.partition = partition;
        }

        boolean isOf(RecordMetadata record) {
            return partition == record.partition() && topic.equals(record.topic());
        }
    }

    /// Called on the producer's own thread.
    synchronized void add(RecordMetadata record) {
        if (record.hasOffset()) {
            Place place = last != null && last.isOf(record) ? last : placeOf(record);
            last = place;
            place.from = Math.min(place.from, record.offset());
            place.past = Math.max(place.past, record.offset() + 1);
            place.count++;
        }
    }

    private Place placeOf(RecordMetadata record) {
        for (Place place : places) {
            if (place.isOf(record)) {
                return place;
            }
        }
        Place place = new Place(record.topic(), record.partition());
        places.add(place);
        return place;
    }

    synchronized List<Landing> places() {
        return places.stream()
                .map(it -> new Landing(it.topic, it.partition, it.from, it.past, it.count))
                .toList();
    }
}
