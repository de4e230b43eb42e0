package dev.signalbox.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// Dead letters of 1 KiB as Spring Kafka writes them, and the loop that only produces them.
final class Letters {
    static final int PARTITIONS = 6;

    private static final int SIZE = 1_024;
    private static final int POOL = 16 * 1024 * 1024;
    private static final String ID = "message-id";
    private static final Set<String> HEADERS_OF_A_COPY =
            Set.of(ID, "signalbox-replay-id", "signalbox-replay-of", "signalbox-replay-count");
    private static final long STARTED_AT = System.currentTimeMillis();

    private final byte[] text;

    Letters() {
        Random random = new Random(1);
        text = new byte[POOL];
        for (int i = 0; i < POOL; i++) {
            text[i] = (byte) ('A' + random.nextInt(26));
        }
    }

    /// Where in the text the payload of a letter begins: far from that of the letters beside it, so that a codec finds
    /// nothing twice.
    private static int at(int number) {
        return (int) (number * 1_000_003L % (POOL - SIZE));
    }

    /// Produces letters (all replicas, lz4, 5 ms linger, batches of 1 MiB) and waits until they are there.
    void produce(String address, String topic, String origin, int count)
            throws ExecutionException, InterruptedException {
        produce(address, topic, origin, 0, count);
    }

    /// @param from the first number
    /// @param to behind the last
    void produce(String address, String topic, String origin, int from, int to)
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
            for (int number = from; number < to; number++) {
                Future<RecordMetadata> sent = producer.send(letter(topic, origin, number));
                if (number >= to - PARTITIONS) {
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
        System.arraycopy(text, at(number), value, 0, SIZE);
        return new ProducerRecord<>(
                topic,
                partition,
                STARTED_AT,
                key(number),
                value,
                headers(origin, partition, number));
    }

    private static byte[] key(int number) {
        return ("customer-" + number % 1_000).getBytes(StandardCharsets.US_ASCII);
    }

    /// When the original was sent: before it died.
    private static long originalTimestamp(int number) {
        return STARTED_AT - 3_600_000 + number;
    }

    /// The number of the letter that a message was made of; -1 where it does not say.
    static int number(ConsumerRecord<byte[], byte[]> message) {
        Header id = message.headers().lastHeader(ID);
        return id == null
                ? -1
                : Integer.parseInt(new String(id.value(), StandardCharsets.US_ASCII).substring(2));
    }

    /// Whether a message is what this letter was before it died, and says that it was replayed.
    boolean isOriginal(ConsumerRecord<byte[], byte[]> message, int number) {
        int at = at(number);
        Set<String> names = new HashSet<>();
        message.headers().forEach(header -> names.add(header.key()));
        return Arrays.equals(message.value(), 0, SIZE, text, at, at + SIZE)
                && message.value().length == SIZE
                && Arrays.equals(message.key(), key(number))
                && message.timestamp() == originalTimestamp(number)
                && message.partition() == number % PARTITIONS
                && names.equals(HEADERS_OF_A_COPY)
                && message.headers().toArray().length == HEADERS_OF_A_COPY.size();
    }

    private static Headers headers(String origin, int partition, int number) {
        return new RecordHeaders()
                .add(ID, ("m-" + number).getBytes(StandardCharsets.US_ASCII))
                .add("kafka_dlt-original-topic", origin.getBytes(StandardCharsets.UTF_8))
                .add(
                        "kafka_dlt-original-partition",
                        ByteBuffer.allocate(4).putInt(partition).array())
                .add(
                        "kafka_dlt-original-offset",
                        ByteBuffer.allocate(8).putLong(number / PARTITIONS).array())
                .add(
                        "kafka_dlt-original-timestamp",
                        ByteBuffer.allocate(8).putLong(originalTimestamp(number)).array())
                .add(
                        "kafka_dlt-exception-fqcn",
                        "java.lang.IllegalStateException".getBytes(StandardCharsets.UTF_8));
    }
}
