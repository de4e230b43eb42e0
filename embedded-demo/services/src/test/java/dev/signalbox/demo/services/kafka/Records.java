package dev.signalbox.demo.services.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/// Messages as a broker would deliver them.
final class Records {

    static final Instant TIMESTAMP = Instant.parse("2026-11-22T10:15:30.123Z");

    private Records() {}

    static ConsumerRecord<byte[], byte[]> record(
            String topic, int partition, long offset, @Nullable String value, Headers headers) {
        byte[] key = "O-1".getBytes(UTF_8);
        byte[] bytes = value == null ? null : value.getBytes(UTF_8);
        return new ConsumerRecord<>(
                topic,
                partition,
                offset,
                TIMESTAMP.toEpochMilli(),
                TimestampType.CREATE_TIME,
                key.length,
                bytes == null ? 0 : bytes.length,
                key,
                bytes,
                headers,
                Optional.empty());
    }

    static ConsumerRecord<byte[], byte[]> record(String topic, int partition, long offset) {
        return record(topic, partition, offset, "{}", new RecordHeaders());
    }

    /// What was sent, as its consumer gets it.
    static ConsumerRecord<byte[], byte[]> delivered(
            ProducerRecord<byte[], byte[]> sent, long offset) {
        Integer partition = sent.partition();
        return new ConsumerRecord<>(
                sent.topic(),
                partition == null ? 0 : partition,
                offset,
                TIMESTAMP.toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                0,
                sent.key(),
                sent.value(),
                sent.headers(),
                Optional.empty());
    }
}
