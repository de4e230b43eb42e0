package dev.signalbox.kafka;

import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Header;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageId;
import dev.signalbox.core.model.TimestampType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/// Kafka's records as messages and back, to the byte.
final class Records {
    private Records() {}

    static Message message(ConsumerRecord<byte[], byte[]> record) {
        var sent = record.headers().toArray();
        Header[] headers = new Header[sent.length];
        for (int i = 0; i < sent.length; i++) {
            headers[i] = new Header(sent[i].key(), Bytes.takenOver(sent[i].value()));
        }
        return new Message(
                new MessageId(record.topic(), record.partition(), record.offset()),
                record.timestamp() == ConsumerRecord.NO_TIMESTAMP
                        ? null
                        : Instant.ofEpochMilli(record.timestamp()),
                switch (record.timestampType()) {
                    case NO_TIMESTAMP_TYPE -> TimestampType.NONE;
                    case CREATE_TIME -> TimestampType.CREATE_TIME;
                    case LOG_APPEND_TIME -> TimestampType.LOG_APPEND_TIME;
                },
                Bytes.takenOver(record.key()),
                Bytes.takenOver(record.value()),
                List.of(headers));
    }

    /// @param partition null: by the key, as Kafka's own producers do
    /// @param timestamp null: now
    static ProducerRecord<byte[], byte[]> record(
            String topic,
            @Nullable Integer partition,
            @Nullable Instant timestamp,
            @Nullable Bytes key,
            @Nullable Bytes value,
            List<Header> headers) {
        List<org.apache.kafka.common.header.Header> copies = new ArrayList<>(headers.size());
        for (Header header : headers) {
            copies.add(new RecordHeader(header.name(), array(header.value())));
        }
        return new ProducerRecord<>(
                topic,
                partition,
                timestamp == null ? null : timestamp.toEpochMilli(),
                array(key),
                array(value),
                copies);
    }

    private static byte @Nullable [] array(@Nullable Bytes bytes) {
        return bytes == null ? null : bytes.lent();
    }
}
