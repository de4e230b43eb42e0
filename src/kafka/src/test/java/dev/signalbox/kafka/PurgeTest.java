package dev.signalbox.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.signalbox.core.model.MessageId;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.port.Action.PurgeDestination;
import dev.signalbox.core.port.Outcome.Result;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.Plan.Hazard;
import dev.signalbox.core.port.RecordingExecution;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PurgeTest {
    private final KafkaFixture kafka = KafkaFixture.shared();
    private KafkaConnector connector;

    @BeforeEach
    void connect() throws Exception {
        connector = kafka.connector(new Cluster.Batch(10, 1_000_000));
    }

    @AfterEach
    void close() {
        connector.close();
    }

    @Test
    void namesTheGroupsThatHaveNotReadWhatIsPurged() throws Exception {
        String topic = kafka.topic(1);
        kafka.sendNumbers(topic, 1, 0, 10);
        kafka.commit(topic + "-slow", topic, 0, 4);
        kafka.commit(topic + "-done", topic, 0, 10);

        Plan plan = connector.plan(purge(topic, new MessageSelection.All()));

        assertThat(plan.hazards())
                .extracting(Hazard::code, Hazard::text)
                .singleElement()
                .satisfies(
                        hazard ->
                                assertThat(hazard.toString())
                                        .contains("purge-unread", topic + "-slow", "6"));
    }

    @Test
    void countsWhatIsThereAndNotOffsets() throws Exception {
        String topic = kafka.topic(1);
        try (KafkaProducer<byte[], byte[]> producer = kafka.transaction("purge-test")) {
            var _ = producer.send(new ProducerRecord<>(topic, new byte[] {1}));
            producer.commitTransaction();
            producer.beginTransaction();
            var _ = producer.send(new ProducerRecord<>(topic, new byte[] {2}));
            producer.commitTransaction();
        }
        kafka.awaitMarkers(topic);

        Plan plan = connector.plan(purge(topic, new MessageSelection.All()));

        assertThat(plan.effect().count()).isEqualTo(2);
        assertThat(plan.effect().exact()).isTrue();
        assertThat(plan.effect().bytes()).hasValue(2);
        assertThat(connector.execute(plan, new RecordingExecution()).done()).isEqualTo(2);
        assertThat(kafka.readCommitted(topic)).isEmpty();
    }

    @Test
    void saysWhenTheCountIsAnUpperBound() throws Exception {
        String topic = kafka.topic(1);
        kafka.sendNumbers(topic, 1, 0, 6_000);

        Plan plan = connector.plan(purge(topic, new MessageSelection.All()));

        assertThat(plan.effect().count()).isEqualTo(6_000);
        assertThat(plan.effect().exact()).isFalse();
        assertThat(plan.sample()).hasSize(5);
        assertThat(plan.hazards()).extracting(Hazard::code).contains("purge-upper-bound");
    }

    @Test
    void leavesWhatAnOpenTransactionWroteAndSaysSo() throws Exception {
        String topic = kafka.topic(1);
        kafka.sendNumbers(topic, 1, 0, 3);
        try (KafkaProducer<byte[], byte[]> open = kafka.transaction("purge-test")) {
            var _ = open.send(new ProducerRecord<>(topic, new byte[] {1}));
            open.flush();

            Plan plan = connector.plan(purge(topic, new MessageSelection.All()));
            connector.execute(plan, new RecordingExecution());
            open.commitTransaction();

            assertThat(plan.effect().count()).isEqualTo(3);
            assertThat(plan.hazards()).extracting(Hazard::code).contains("purge-open-transaction");
        }
        assertThat(kafka.readCommitted(topic)).hasSize(1);
    }

    @Test
    void purgesUpToAPlace() throws Exception {
        String topic = kafka.topic(2);
        kafka.sendNumbers(topic, 2, 0, 20);

        Plan plan =
                connector.plan(
                        purge(topic, new MessageSelection.Ranges(List.of(new Range(1, 0, 4)))));
        assertThat(connector.execute(plan, new RecordingExecution()).result())
                .isEqualTo(Result.SUCCEEDED);

        assertThat(kafka.readCommitted(topic)).hasSize(16);
    }

    @Test
    void purgesTheOldestThatWereChosenOneByOne() throws Exception {
        String topic = kafka.topic(1);
        kafka.sendNumbers(topic, 1, 0, 5);

        Plan plan =
                connector.plan(
                        purge(
                                topic,
                                new MessageSelection.Ids(
                                        List.of(
                                                new MessageId(topic, 0, 1),
                                                new MessageId(topic, 0, 0)))));
        connector.execute(plan, new RecordingExecution());

        assertThat(kafka.readCommitted(topic)).hasSize(3);
        assertRefused(topic, new MessageSelection.Ids(List.of(new MessageId(topic, 0, 4))));
    }

    @Test
    void refusesWhatLiesFurtherIn() {
        String topic = kafka.topic(1);
        kafka.sendNumbers(topic, 1, 0, 10);

        assertRefused(topic, new MessageSelection.Ranges(List.of(new Range(0, 2, 4))));
        assertRefused(topic, new MessageSelection.Newest(2));
    }

    @Test
    void refusesATopicThatIsOnlyCompacted() {
        String topic = kafka.topic("compacted", 1, Map.of("cleanup.policy", "compact"));

        assertRefused(topic, new MessageSelection.All());
    }

    @Test
    void refusesTheBrokersOwnTopics() {
        kafka.commit("anybody", kafka.topic(1), 0, 0);

        assertRefused("__consumer_offsets", new MessageSelection.All());
    }

    @Test
    void aTopicThatWasMadeAnewIsNotPurgedByAnOldPlan() throws Exception {
        String topic = kafka.topic(1);
        kafka.sendNumbers(topic, 1, 0, 10);
        Plan plan = connector.plan(purge(topic, new MessageSelection.All()));
        kafka.delete(topic);
        await().ignoreExceptions().until(() -> kafka.exactTopic(topic, 1, Map.of()).equals(topic));
        kafka.sendNumbers(topic, 1, 0, 3);

        assertThatThrownBy(() -> connector.execute(plan, new RecordingExecution()))
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        e -> assertThat(e.problem().kind()).isEqualTo(ProblemKind.CONFLICT));
        assertThat(kafka.readCommitted(topic)).hasSize(3);
    }

    private void assertRefused(String topic, MessageSelection selection) {
        assertThatThrownBy(() -> connector.plan(purge(topic, selection)))
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        e -> assertThat(e.problem().kind()).isEqualTo(ProblemKind.UNSUPPORTED));
    }

    private static PurgeDestination purge(String topic, MessageSelection selection) {
        return new PurgeDestination(topic, selection);
    }
}
