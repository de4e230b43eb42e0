package dev.signalbox.kafka;

import dev.signalbox.core.profile.Access;
import dev.signalbox.core.profile.Environment;
import dev.signalbox.core.profile.Profile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// What tests do to a broker beside the adapter, with Kafka's plain clients.
final class KafkaFixture implements AutoCloseable {
    private final String address;
    private final Admin admin;
    private final Producer<byte[], byte[]> producer;

    KafkaFixture(TestBroker broker) {
        this.address = broker.address();
        this.admin = Admin.create(Map.of("bootstrap.servers", address));
        this.producer = new KafkaProducer<>(producerConfig());
    }

    Admin admin() {
        return admin;
    }

    String address() {
        return address;
    }

    /// One request at a time: of a topic that is a moment old, a broker may refuse the first request and take the second,
    /// and then the first can never be written (seen with Kafka 4.4.0; transactional producers are spared).
    Map<String, Object> producerConfig() {
        return Map.of(
                "max.in.flight.requests.per.connection",
                1,
                "bootstrap.servers",
                address,
                "key.serializer",
                ByteArraySerializer.class,
                "value.serializer",
                ByteArraySerializer.class);
    }

    Profile profile() {
        return profile(Map.of("bootstrap.servers", address));
    }

    static Profile profile(Map<String, String> settings) {
        return new Profile("test", "Test", "kafka", Environment.TEST, Access.READ_WRITE, settings);
    }

    /// A topic of a name nobody else uses.
    String topic(String name, int partitions, Map<String, String> config) {
        String unique = name + "-" + UUID.randomUUID().toString().substring(0, 8);
        return exactTopic(unique, partitions, config);
    }

    String topic(int partitions) {
        return topic("t", partitions, Map.of());
    }

    String exactTopic(String name, int partitions, Map<String, String> config) {
        await(
                admin.createTopics(
                                List.of(new NewTopic(name, partitions, (short) 1).configs(config)))
                        .all());
        return name;
    }

    void send(Collection<ProducerRecord<byte[], byte[]>> records) {
        var sent = records.stream().map(producer::send).toList();
        producer.flush();
        for (var future : sent) {
            try {
                future.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /// `count` messages with values `from`, `from + 1`, …, over the partitions in turn.
    void sendNumbers(String topic, int partitions, int from, int count) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            records.add(
                    new ProducerRecord<>(
                            topic,
                            i % partitions,
                            ("k" + i).getBytes(java.nio.charset.StandardCharsets.UTF_8),
                            Integer.toString(i).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        }
        send(records);
    }

    /// All that a consumer sees that reads committed messages, by partition.
    List<ConsumerRecord<byte[], byte[]>> readCommitted(String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                address,
                                "isolation.level",
                                "read_committed",
                                "key.deserializer",
                                ByteArrayDeserializer.class,
                                "value.deserializer",
                                ByteArrayDeserializer.class))) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    static <T> T await(org.apache.kafka.common.KafkaFuture<T> future) {
        try {
            return future.get(30, java.util.concurrent.TimeUnit.SECONDS);
        } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
        admin.close(Duration.ofSeconds(5));
    }
}
