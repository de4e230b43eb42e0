package dev.signalbox.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.port.Action.PublishMessage;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.Plan.Hazard;
import dev.signalbox.core.port.RecordingExecution;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublishTest {
    private final KafkaFixture kafka = KafkaFixture.shared();
    private KafkaConnector connector;

    @BeforeEach
    void connect() throws Exception {
        connector = kafka.connector();
    }

    @AfterEach
    void close() {
        connector.close();
    }

    @Test
    void writesToTheChosenPartitionAndSaysWhere() throws Exception {
        String topic = kafka.topic(3);
        kafka.commit("payment", topic, 2, 0);
        Plan plan = connector.plan(publish(topic, OptionalInt.of(2), "k", "v"));

        Outcome outcome = connector.execute(plan, new RecordingExecution());

        assertThat(plan.hazards()).extracting(Hazard::code).containsExactly("readers");
        assertThat(outcome.steps().getFirst().text()).contains(topic + "-2@0");
        assertThat(kafka.readCommitted(topic))
                .singleElement()
                .satisfies(record -> assertThat(record.partition()).isEqualTo(2));
    }

    @Test
    void refusesAPartitionTheTopicDoesNotHave() {
        assertProblem(ProblemKind.NOT_FOUND, publish(kafka.topic(1), OptionalInt.of(1), "k", "v"));
    }

    @Test
    void refusesAMessageWithoutAKeyWhereKeysAreNeeded() {
        String topic = kafka.topic("compacted", 1, Map.of("cleanup.policy", "compact"));

        assertProblem(ProblemKind.INVALID, publish(topic, OptionalInt.empty(), null, "v"));
    }

    @Test
    void callsATombstoneByItsName() throws Exception {
        String topic = kafka.topic("compacted", 1, Map.of("cleanup.policy", "compact"));

        Plan plan = connector.plan(publish(topic, OptionalInt.empty(), "k", null));

        assertThat(plan.hazards())
                .extracting(Hazard::severity, Hazard::code)
                .contains(tuple(Plan.Severity.DANGER, "publish-tombstone"));
    }

    @Test
    void refusesWhatTheTopicWouldNotTake() {
        String topic = kafka.topic("narrow", 1, Map.of("max.message.bytes", "1000"));

        assertProblem(
                ProblemKind.INVALID, publish(topic, OptionalInt.empty(), "k", "x".repeat(2_000)));
    }

    @Test
    void refusesTheBrokersOwnTopics() {
        kafka.commit("anybody", kafka.topic(1), 0, 0);

        assertProblem(
                ProblemKind.UNSUPPORTED,
                publish("__consumer_offsets", OptionalInt.empty(), "k", "v"));
    }

    private void assertProblem(ProblemKind kind, PublishMessage publish) {
        assertThatThrownBy(() -> connector.plan(publish))
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        e -> assertThat(e.problem().kind()).isEqualTo(kind));
    }

    private static PublishMessage publish(
            String topic, OptionalInt partition, @Nullable String key, @Nullable String value) {
        return new PublishMessage(
                topic,
                partition,
                key == null ? null : Bytes.utf8(key),
                value == null ? null : Bytes.utf8(value),
                List.of());
    }
}
