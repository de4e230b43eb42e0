package dev.signalbox.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.signalbox.core.port.Action;
import dev.signalbox.core.port.Action.ResetOffsets;
import dev.signalbox.core.port.OffsetTarget;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Outcome.Result;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.Plan.Hazard;
import dev.signalbox.core.port.RecordingExecution;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResetOffsetsTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    private final KafkaFixture kafka = KafkaFixture.shared();
    private KafkaConnector connector;
    private String topic;
    private String group;

    @BeforeEach
    void tenMessagesAndAGroupInTheMiddle() throws Exception {
        connector = kafka.connector();
        topic = kafka.topic("reset", 2, KafkaConnectorTest.KEPT);
        group = topic + "-group";
        kafka.send(
                IntStream.range(0, 10)
                        .mapToObj(
                                i ->
                                        new ProducerRecord<>(
                                                topic,
                                                0,
                                                START.plusSeconds(i).toEpochMilli(),
                                                (byte[]) null,
                                                Integer.toString(i)
                                                        .getBytes(StandardCharsets.UTF_8)))
                        .toList());
        kafka.commit(group, topic, 0, 5);
    }

    @AfterEach
    void close() {
        connector.close();
    }

    @Test
    void aDryRunShowsFromAndToAndChangesNothing() throws Exception {
        Plan plan = plan(new OffsetTarget.Earliest());

        assertThat(plan.steps())
                .singleElement()
                .satisfies(
                        step -> {
                            assertThat(step.text()).contains(topic + "-0").contains("from 5 to 0");
                            assertThat(step.count()).isEqualTo(5);
                        });
        assertThat(plan.effect().unit()).isEqualTo(Plan.Unit.OFFSETS);
        assertThat(plan.hazards()).extracting(Hazard::code).containsExactly("reset-again");
        assertThat(kafka.committed(group, topic, 0)).hasValue(5);
    }

    @Test
    void movesAndCanBePutBack() throws Exception {
        Outcome moved = run(new OffsetTarget.Latest());

        assertThat(moved.result()).isEqualTo(Result.SUCCEEDED);
        assertThat(kafka.committed(group, topic, 0)).hasValue(10);

        Action undo = moved.undo().orElseThrow();
        connector.execute(connector.plan(undo), new RecordingExecution());

        assertThat(kafka.committed(group, topic, 0)).hasValue(5);
    }

    @Test
    void skippingIsADanger() throws Exception {
        assertThat(plan(new OffsetTarget.Latest()).hazards())
                .extracting(Hazard::code)
                .containsExactly("reset-skips");
    }

    @Test
    void movesToATime() throws Exception {
        run(new OffsetTarget.AtTime(START.plusSeconds(7)));
        assertThat(kafka.committed(group, topic, 0)).hasValue(7);

        run(new OffsetTarget.AtTime(START.plusSeconds(999)));
        assertThat(kafka.committed(group, topic, 0)).hasValue(10);
    }

    @Test
    void shiftsWithinWhatIsRetainedAndSaysSo() throws Exception {
        KafkaFixture.await(
                kafka.admin()
                        .deleteRecords(
                                Map.of(
                                        new TopicPartition(topic, 0),
                                        RecordsToDelete.beforeOffset(3)))
                        .all());

        Plan plan = plan(new OffsetTarget.ShiftBy(-100));
        connector.execute(plan, new RecordingExecution());

        assertThat(plan.hazards()).extracting(Hazard::code).contains("reset-clamped");
        assertThat(kafka.committed(group, topic, 0)).hasValue(3);

        run(new OffsetTarget.ShiftBy(Long.MAX_VALUE));
        assertThat(kafka.committed(group, topic, 0)).hasValue(10);
    }

    @Test
    void namedTopicsAreMovedInAllTheirPartitions() throws Exception {
        Plan plan =
                connector.plan(
                        new ResetOffsets(group, List.of(topic), new OffsetTarget.Earliest()));
        Outcome outcome = connector.execute(plan, new RecordingExecution());

        assertThat(plan.hazards()).extracting(Hazard::code).contains("reset-no-commit");
        assertThat(kafka.committed(group, topic, 1)).hasValue(0);
        assertThat(outcome.undo().orElseThrow())
                .isInstanceOfSatisfying(
                        ResetOffsets.class,
                        undo ->
                                assertThat(undo.to())
                                        .isEqualTo(
                                                new OffsetTarget.Exactly(
                                                        Map.of(
                                                                new OffsetTarget.TopicPartition(
                                                                        topic, 0),
                                                                5L))));
    }

    @Test
    void aFrozenResetGoesWhereItWasPlannedTo() throws Exception {
        Plan plan = plan(new OffsetTarget.Latest());
        kafka.sendNumbers(topic, 1, 0, 4);

        connector.execute(plan, new RecordingExecution());

        assertThat(kafka.committed(group, topic, 0)).hasValue(10);
    }

    @Test
    void whatIsThereAlreadyIsNoMove() throws Exception {
        kafka.commit(group, topic, 0, 10);

        Plan plan = plan(new OffsetTarget.Latest());

        assertThat(plan.effect().count()).isZero();
        assertThat(connector.execute(plan, new RecordingExecution()).result())
                .isEqualTo(Result.SUCCEEDED);
    }

    @Test
    void aGroupWithMembersIsRefused() throws Exception {
        Plan before = plan(new OffsetTarget.Earliest());
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                kafka.address(),
                                "group.id",
                                group,
                                "key.deserializer",
                                ByteArrayDeserializer.class,
                                "value.deserializer",
                                ByteArrayDeserializer.class))) {
            consumer.subscribe(List.of(topic));
            await().until(
                            () -> {
                                consumer.poll(Duration.ofMillis(50));
                                return !consumer.assignment().isEmpty();
                            });

            assertProblem(ProblemKind.CONFLICT, () -> plan(new OffsetTarget.Earliest()));
            assertProblem(
                    ProblemKind.CONFLICT,
                    () -> connector.execute(before, new RecordingExecution()));
        }
    }

    @Test
    void aGroupThatIsNotThereIsNotMadeByAReset() {
        assertProblem(
                ProblemKind.NOT_FOUND,
                () ->
                        connector.plan(
                                new ResetOffsets(
                                        "nobody", List.of(topic), new OffsetTarget.Earliest())));
    }

    private Plan plan(OffsetTarget to) throws Exception {
        return connector.plan(new ResetOffsets(group, List.of(), to));
    }

    private Outcome run(OffsetTarget to) throws Exception {
        return connector.execute(plan(to), new RecordingExecution());
    }

    private static void assertProblem(ProblemKind kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        e -> assertThat(e.problem().kind()).isEqualTo(kind));
    }
}
