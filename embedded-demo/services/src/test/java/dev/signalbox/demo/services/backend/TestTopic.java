package dev.signalbox.demo.services.backend;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signalbox.demo.services.kafka.TopicNames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/// A topic on the shared broker, with its retry and dead-letter topics, as an operator sees and uses it.
public record TestTopic(String name) {

    private static final int PARTITIONS = 3;

    /// More than any topic takes: it is the topics that are tested.
    private static final int LARGEST = 8 << 20;

    /// Makes new ones, three partitions each.
    public static TestTopic create() throws ExecutionException, InterruptedException {
        return create(PARTITIONS);
    }

    /// @param deadLetterPartitions of the dead-letter topic
    public static TestTopic create(int deadLetterPartitions)
            throws ExecutionException, InterruptedException {
        String name = "test-" + UUID.randomUUID();
        try (Admin admin = admin()) {
            admin.createTopics(
                            List.of(
                                    new NewTopic(name, PARTITIONS, (short) 1),
                                    new NewTopic(TopicNames.retryOf(name), PARTITIONS, (short) 1),
                                    new NewTopic(
                                            TopicNames.deadLetterOf(name),
                                            deadLetterPartitions,
                                            (short) 1)))
                    .all()
                    .get();
        }
        return new TestTopic(name);
    }

    /// One of the demo's own.
    public static TestTopic named(String name) {
        return new TestTopic(name);
    }

    /// Publishes a message and waits for the acknowledgement.
    ///
    /// @return its offset
    public long publish(int partition, @Nullable String value, Headers headers)
            throws ExecutionException, InterruptedException {
        return publish(
                new ProducerRecord<>(
                        name,
                        partition,
                        "O-1".getBytes(UTF_8),
                        value == null ? null : value.getBytes(UTF_8),
                        headers));
    }

    /// Publishes a message with a message id.
    public long publish(int partition, String messageId, String value)
            throws ExecutionException, InterruptedException {
        Headers headers = new RecordHeaders();
        headers.add("message-id", messageId.getBytes(UTF_8));
        return publish(partition, value, headers);
    }

    /// Publishes any message.
    public long publish(ProducerRecord<byte[], byte[]> message)
            throws ExecutionException, InterruptedException {
        return publishAll(List.of(message));
    }

    /// Publishes any messages, to whichever topic.
    ///
    /// @return the offset of the last
    public static long publishAll(List<ProducerRecord<byte[], byte[]>> messages)
            throws ExecutionException, InterruptedException {
        ByteArraySerializer bytes = new ByteArraySerializer();
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        Backend.shared().kafka(),
                        "max.request.size",
                        LARGEST,
                        "buffer.memory",
                        LARGEST);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(settings, bytes, bytes)) {
            long last = -1;
            for (ProducerRecord<byte[], byte[]> message : messages) {
                last = producer.send(message).get().offset();
            }
            return last;
        }
    }

    /// Publishes a dead letter to where it came from, with all it has.
    public void replay(ConsumerRecord<byte[], byte[]> letter)
            throws ExecutionException, InterruptedException {
        publish(
                new ProducerRecord<>(
                        name, letter.partition(), letter.key(), letter.value(), letter.headers()));
    }

    public List<ConsumerRecord<byte[], byte[]>> deadLetters() {
        return read(TopicNames.deadLetterOf(name));
    }

    public List<ConsumerRecord<byte[], byte[]>> messages() {
        return read(name);
    }

    /// The sum of the group's committed offsets on the main topic and the retry topic.
    public long committed(String group) throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            Map<TopicPartition, OffsetAndMetadata> offsets =
                    admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
            return offsets.entrySet().stream()
                    .filter(entry -> isOurs(entry.getKey().topic()))
                    .mapToLong(entry -> entry.getValue().offset())
                    .sum();
        }
    }

    /// How many members the group has.
    public static int members(String group) throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            Map<String, ConsumerGroupDescription> described =
                    admin.describeConsumerGroups(List.of(group)).all().get();
            return Objects.requireNonNull(described.get(group)).members().size();
        }
    }

    private boolean isOurs(String topic) {
        return topic.equals(name) || topic.equals(TopicNames.retryOf(name));
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings(), bytes, bytes)) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
            return found;
        }
    }

    private static Admin admin() {
        return Admin.create(settings());
    }

    private static Map<String, Object> settings() {
        return Map.of("bootstrap.servers", Backend.shared().kafka());
    }
}
