package dev.signalbox.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// Dead letters as Spring Kafka writes them, with messages and stack traces, of a few causes: no two messages are the same.
final class DiverseLetters {
    static final int CAUSES = 7;

    private static final int FRAMES = 20;

    void produce(String address, String topic, String origin, int count) {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        address,
                        "compression.type",
                        "lz4",
                        "linger.ms",
                        5,
                        "batch.size",
                        1 << 20);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int number = 0; number < count; number++) {
                var _ =
                        producer.send(
                                new ProducerRecord<>(
                                        topic,
                                        number % Letters.PARTITIONS,
                                        bytes("customer-" + number % 1_000),
                                        bytes(
                                                "{\"order\": %d, \"total\": %d.50}"
                                                        .formatted(number, number % 900)),
                                        headers(origin, number)));
            }
            producer.flush();
        }
    }

    private static Headers headers(String origin, int number) {
        int cause = number % CAUSES;
        String exception = "dev.shop.Failure" + (char) ('A' + cause);
        String message = "no rate for order " + number + " after " + number % 9_000 + " ms";
        StringBuilder trace = new StringBuilder(exception + ": " + message + "\n");
        for (int frame = 0; frame < FRAMES; frame++) {
            trace.append("\tat dev.shop.Step%d.run(Step%d.java:%d)\n".formatted(cause, frame, 40));
        }
        return new RecordHeaders()
                .add("kafka_dlt-original-topic", bytes(origin))
                .add(
                        "kafka_dlt-original-partition",
                        ByteBuffer.allocate(4).putInt(number % Letters.PARTITIONS).array())
                .add(
                        "kafka_dlt-original-offset",
                        ByteBuffer.allocate(8).putLong(number / Letters.PARTITIONS).array())
                .add("kafka_dlt-exception-fqcn", bytes(exception))
                .add("kafka_dlt-exception-message", bytes(message))
                .add("kafka_dlt-exception-stacktrace", bytes(trace.toString()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
