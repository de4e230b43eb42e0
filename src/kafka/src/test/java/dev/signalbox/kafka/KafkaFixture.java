package dev.signalbox.kafka;

import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.profile.Access;
import dev.signalbox.core.profile.Environment;
import dev.signalbox.core.profile.Profile;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/// What tests do to a broker beside the adapter, with Kafka's plain clients.
final class KafkaFixture {
    private static @Nullable KafkaFixture shared;

    static {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }

    private final String address;
    private final Admin admin;
    private final Producer<byte[], byte[]> producer;

    KafkaFixture(TestBroker broker) {
        this.address = broker.address();
        this.admin = Admin.create(Map.of("bootstrap.servers", address));
        this.producer = new KafkaProducer<>(producerConfig());
    }

    /// Of the broker of this test run. It ends with the JVM.
    static synchronized KafkaFixture shared() {
        KafkaFixture known = shared;
        if (known == null) {
            known = new KafkaFixture(TestBroker.shared());
            shared = known;
        }
        return known;
    }

    KafkaConnector connector() throws ConnectorException {
        return connector(Cluster.Batch.USUAL);
    }

    KafkaConnector connector(Cluster.Batch batch) throws ConnectorException {
        return new KafkaConnector(KafkaSettings.of(profile().settings()), Clock.systemUTC(), batch);
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
                "max.request.size",
                16_000_000,
                "bootstrap.servers",
                address,
                "key.serializer",
                ByteArraySerializer.class,
                "value.serializer",
                ByteArraySerializer.class);
    }

    Profile profile() {
        return profile(patient(address));
    }

    /// Settings of the console that a machine under load does not bring to a time-out.
    static Map<String, String> patient(String address) {
        return Map.of(
                "bootstrap.servers",
                address,
                "request.timeout.ms",
                "30000",
                "default.api.timeout.ms",
                "60000");
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
        List<TopicPartition> all =
                IntStream.range(0, partitions).mapToObj(i -> new TopicPartition(name, i)).toList();
        // A broker hears of a topic a moment after it was made.
        Awaitility.await()
                .ignoreExceptions()
                .until(() -> ends(all, IsolationLevel.READ_UNCOMMITTED).size() == partitions);
        return name;
    }

    /// Takes a topic away and waits until the broker has heard of it.
    void delete(String topic) {
        await(admin.deleteTopics(List.of(topic)).all());
        Awaitility.await().until(() -> !await(admin.listTopics().names()).contains(topic));
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
                            ("k" + i).getBytes(StandardCharsets.UTF_8),
                            Integer.toString(i).getBytes(StandardCharsets.UTF_8)));
        }
        send(records);
    }

    /// All that a consumer sees that reads committed messages, by partition, up to the end of the log.
    ///
    /// A commit returns before its markers are in the log, and until they are there its messages cannot be
    /// read. This waits for them, so no transaction may be left open.
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
            Map<TopicPartition, Long> ends = ends(partitions, IsolationLevel.READ_UNCOMMITTED);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    /// Waits until every transaction on a topic's first partition has its marker in the log.
    void awaitMarkers(String topic) {
        List<TopicPartition> partition = List.of(new TopicPartition(topic, 0));
        Awaitility.await()
                .until(
                        () ->
                                ends(partition, IsolationLevel.READ_COMMITTED)
                                        .equals(ends(partition, IsolationLevel.READ_UNCOMMITTED)));
    }

    private Map<TopicPartition, Long> ends(
            List<TopicPartition> partitions, IsolationLevel isolation) {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        partitions.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        await(admin.listOffsets(latest, new ListOffsetsOptions(isolation)).all())
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    /// Those who keep offsets hear of a new topic last of all.
    void commit(String group, String topic, int partition, long offset) {
        Map<TopicPartition, OffsetAndMetadata> place =
                Map.of(new TopicPartition(topic, partition), new OffsetAndMetadata(offset));
        Awaitility.await()
                .ignoreExceptionsMatching(
                        e -> e.getCause() instanceof UnknownTopicOrPartitionException)
                .untilAsserted(() -> await(admin.alterConsumerGroupOffsets(group, place).all()));
    }

    OptionalLong committed(String group, String topic, int partition) {
        OffsetAndMetadata committed =
                await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                        .get(new TopicPartition(topic, partition));
        return committed == null ? OptionalLong.empty() : OptionalLong.of(committed.offset());
    }

    /// A producer that has begun a transaction.
    KafkaProducer<byte[], byte[]> transaction(String id) {
        Map<String, Object> config = new HashMap<>(producerConfig());
        config.put("transactional.id", id);
        KafkaProducer<byte[], byte[]> transactional = new KafkaProducer<>(config);
        transactional.initTransactions();
        transactional.beginTransaction();
        return transactional;
    }

    void close() {
        producer.close(Duration.ZERO);
        admin.close(Duration.ZERO);
    }

    static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
