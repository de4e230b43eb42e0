package dev.signalbox.demo.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.demo.part.PartProcess;
import dev.signalbox.demo.part.TestPorts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// A broker that is ready. What these tests do to it does not touch what the others look at.
@TestInstance(Lifecycle.PER_CLASS)
class ReadyBrokerTest {
    /// More than the headers of a failure need.
    private static final int HEADERS = 64 << 10;

    private BrokerUnderTest broker;
    private PartProcess process;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        broker = new BrokerUnderTest(folder);
        process = broker.start();
    }

    @AfterAll
    void stop() throws Exception {
        process.close();
    }

    @Test
    void aReadyBrokerHasEveryTopicWithItsRetriesAndDeadLetters() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
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
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            for (String topic : Topics.NAMES) {
                int origin = largestMessage(admin, topic);
                int retry = largestMessage(admin, topic + "-retry");
                int deadLetter = largestMessage(admin, topic + "-dlt");

                assertThat(retry).isEqualTo(2 << 20).isGreaterThan(origin + HEADERS);
                assertThat(deadLetter).isGreaterThan(retry + HEADERS);
            }
        }
    }

    @Test
    void messagesCanBeSentInATransaction() throws Exception {
        Map<String, Object> config =
                Map.of("bootstrap.servers", broker.bootstrap(), "transactional.id", "test");
        try (var producer =
                new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            Future<RecordMetadata> sent =
                    producer.send(new ProducerRecord<>("orders", "key", "committed"));
            producer.commitTransaction();
            assertThat(sent).isDone();
        }
        assertThat(broker.read()).containsExactly("committed");
    }

    @Test
    void nobodyOutsideThisMachineCanReachIt() throws Exception {
        assertThat(TestPorts.listens(broker.port)).isTrue();
        assertThat(TestPorts.listens(broker.controllerPort)).isTrue();
        assertThat(TestPorts.listensElsewhere(broker.port)).isEmpty();
        assertThat(TestPorts.listensElsewhere(broker.controllerPort)).isEmpty();
    }

    private static int largestMessage(Admin admin, String topic) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Config config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
        return Integer.parseInt(Objects.requireNonNull(config).get("max.message.bytes").value());
    }
}
