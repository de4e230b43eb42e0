package dev.signalbox.demo.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.demo.part.PartProcess;
import dev.signalbox.demo.part.TestPorts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerMainTest {
    /// More than the headers of a failure need.
    private static final int HEADERS = 64 << 10;

    @TempDir Path folder;

    private int port;
    private int controllerPort;

    @BeforeEach
    void choosePorts() {
        port = TestPorts.free();
        controllerPort = TestPorts.free();
    }

    @Test
    void aReadyBrokerHasEveryTopicWithItsRetriesAndDeadLetters() throws Exception {
        try (PartProcess _ = start();
                Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap()))) {
            Map<String, TopicDescription> topics =
                    admin.describeTopics(admin.listTopics().names().get()).allTopicNames().get();

            assertThat(topics.keySet())
                    .containsExactlyInAnyOrder(
                            "orders",
                            "orders-retry",
                            "orders-dlt",
                            "payments",
                            "payments-retry",
                            "payments-dlt",
                            "stock",
                            "stock-retry",
                            "stock-dlt",
                            "recommendations",
                            "recommendations-retry",
                            "recommendations-dlt");
            assertThat(topics.values()).allMatch(topic -> topic.partitions().size() == 3);
        }
    }

    @Test
    void aMessageFitsIntoEachTopicThatItMayBeForwardedTo() throws Exception {
        try (PartProcess _ = start();
                Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap()))) {
            for (String topic : Topics.NAMES) {
                int origin = largestMessage(admin, topic);
                int retry = largestMessage(admin, topic + "-retry");
                int deadLetter = largestMessage(admin, topic + "-dlt");

                assertThat(retry).isEqualTo(2 << 20).isGreaterThan(origin + HEADERS);
                assertThat(deadLetter).isGreaterThan(retry + HEADERS);
            }
        }
    }

    private static int largestMessage(Admin admin, String topic) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Config config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
        return Integer.parseInt(Objects.requireNonNull(config).get("max.message.bytes").value());
    }

    @Test
    void aMessageOutlivesAStopAndTheBrokerComesBackOnItsPort() throws Exception {
        try (PartProcess broker = start()) {
            send("kept");
            assertThat(broker.cutLifeline().awaitExit()).isZero();
        }
        assertThat(TestPorts.listens(port)).isFalse();

        try (PartProcess _ = start()) {
            assertThat(read()).containsExactly("kept");
        }
    }

    @Test
    void aMessageOutlivesAKilledBroker() throws Exception {
        try (PartProcess broker = start()) {
            send("kept");
            broker.kill().awaitExit();
        }

        try (PartProcess _ = start()) {
            assertThat(read()).containsExactly("kept");
        }
    }

    @Test
    void messagesCanBeSentInATransaction() throws Exception {
        try (PartProcess _ = start()) {
            Map<String, Object> config =
                    Map.of("bootstrap.servers", bootstrap(), "transactional.id", "test");
            try (var producer =
                    new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
                producer.initTransactions();
                producer.beginTransaction();
                Future<RecordMetadata> sent =
                        producer.send(new ProducerRecord<>("orders", "key", "committed"));
                producer.commitTransaction();
                assertThat(sent).isDone();
            }
            assertThat(read()).containsExactly("committed");
        }
    }

    @Test
    void nobodyOutsideThisMachineCanReachIt() throws Exception {
        try (PartProcess _ = start()) {
            assertThat(TestPorts.listens(port)).isTrue();
            assertThat(TestPorts.listens(controllerPort)).isTrue();
            assertThat(TestPorts.listensElsewhere(port)).isEmpty();
            assertThat(TestPorts.listensElsewhere(controllerPort)).isEmpty();
        }
    }

    private PartProcess start() throws IOException {
        return PartProcess.start(
                        BrokerMain.class,
                        folder,
                        Map.of(
                                "folder", folder.resolve("broker").toString(),
                                "port", Integer.toString(port),
                                "controllerPort", Integer.toString(controllerPort)))
                .awaitReady();
    }

    private String bootstrap() {
        return "127.0.0.1:" + port;
    }

    private void send(String value) throws Exception {
        Map<String, Object> config = Map.of("bootstrap.servers", bootstrap(), "acks", "all");
        try (var producer =
                new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("orders", "key", value)).get();
        }
    }

    private List<String> read() {
        Map<String, Object> config =
                Map.of("bootstrap.servers", bootstrap(), "isolation.level", "read_committed");
        List<TopicPartition> partitions =
                List.of(
                        new TopicPartition("orders", 0),
                        new TopicPartition("orders", 1),
                        new TopicPartition("orders", 2));
        List<String> values = new ArrayList<>();
        try (var consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long all = consumer.endOffsets(partitions).values().stream().mapToLong(o -> o).sum();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(
                            () -> {
                                consumer.poll(Duration.ofMillis(200))
                                        .forEach(message -> values.add(message.value()));
                                return all > 0 && !values.isEmpty();
                            });
        }
        return values;
    }
}
