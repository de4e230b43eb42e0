package dev.signalbox.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// Dead letters of 1 KiB as Spring Kafka writes them, and the loop that only produces them.
final class Letters {
    static final int PARTITIONS = 6;

    private static final int SIZE = 1_024;
    private static final long STARTED_AT = System.currentTimeMillis();

    private final byte[] payload;

    Letters() {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder(2 * SIZE);
        while (text.length() < 2 * SIZE) {
            text.append((char) ('A' + random.nextInt(26)));
        }
        payload = text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /// Produces `count` letters (all replicas, lz4, 5 ms linger, batches of 1 MiB) and waits until they are there.
    void produce(String address, String topic, String origin, int count)
            throws ExecutionException, InterruptedException {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        address,
                        "acks",
                        "all",
                        "compression.type",
                        "lz4",
                        "linger.ms",
                        5,
                        "batch.size",
                        1 << 20);
        List<Future<RecordMetadata>> last = new ArrayList<>();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int number = 0; number < count; number++) {
                Future<RecordMetadata> sent = producer.send(letter(topic, origin, number));
                if (number >= count - PARTITIONS) {
                    last.add(sent);
                }
            }
            producer.flush();
            for (Future<RecordMetadata> sent : last) {
                sent.get();
            }
        }
    }

    private ProducerRecord<byte[], byte[]> letter(String topic, String origin, int number) {
        int partition = number % PARTITIONS;
        byte[] value = new byte[SIZE];
        System.arraycopy(payload, number % SIZE, value, 0, SIZE);
        return new ProducerRecord<>(
                topic,
                partition,
                STARTED_AT + number,
                ("customer-" + number % 1_000).getBytes(StandardCharsets.US_ASCII),
                value,
                headers(origin, partition, number));
    }

    private static Headers headers(String origin, int partition, int number) {
        return new RecordHeaders()
                .add("message-id", ("m-" + number).getBytes(StandardCharsets.US_ASCII))
                .add("kafka_dlt-original-topic", origin.getBytes(StandardCharsets.UTF_8))
                .add(
                        "kafka_dlt-original-partition",
                        ByteBuffer.allocate(4).putInt(partition).array())
                .add(
                        "kafka_dlt-original-offset",
                        ByteBuffer.allocate(8).putLong(number / PARTITIONS).array())
                .add(
                        "kafka_dlt-original-timestamp",
                        ByteBuffer.allocate(8).putLong(STARTED_AT + number).array())
                .add(
                        "kafka_dlt-exception-fqcn",
                        "java.lang.IllegalStateException".getBytes(StandardCharsets.UTF_8));
    }
}
