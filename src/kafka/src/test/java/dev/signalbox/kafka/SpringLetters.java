package dev.signalbox.kafka;

import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Header;
import dev.signalbox.core.port.Draft;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;

/// Dead letters as Spring Kafka's recoverer writes them.
final class SpringLetters {
    private SpringLetters() {}

    /// @param partition where the original lay, and the letter lies
    static ProducerRecord<byte[], byte[]> record(
            String deadLetters, String origin, int partition, long offset, Draft original) {
        List<Header> headers = new ArrayList<>(original.headers());
        headers.addAll(
                List.of(
                        text("kafka_dlt-original-topic", origin),
                        int32("kafka_dlt-original-partition", partition),
                        int64("kafka_dlt-original-offset", offset),
                        int64(
                                "kafka_dlt-original-timestamp",
                                Objects.requireNonNull(original.timestamp()).toEpochMilli()),
                        text("kafka_dlt-original-timestamp-type", "CreateTime"),
                        text("kafka_dlt-original-consumer-group", "payment"),
                        text("kafka_dlt-exception-fqcn", "java.io.IOException"),
                        text("kafka_dlt-exception-message", "no rate for XTS")));
        return Records.record(
                deadLetters,
                partition,
                original.timestamp(),
                original.key(),
                original.value(),
                headers);
    }

    static Header text(String name, String value) {
        return new Header(name, Bytes.utf8(value));
    }

    static Header int32(String name, int value) {
        return new Header(name, Bytes.of(ByteBuffer.allocate(4).putInt(value).array()));
    }

    static Header int64(String name, long value) {
        return new Header(name, Bytes.of(ByteBuffer.allocate(8).putLong(value).array()));
    }
}
