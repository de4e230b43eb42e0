package dev.signalbox.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Header;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.port.Action.ReplayDeadLetters;
import dev.signalbox.core.port.Draft;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Outcome.Result;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.Plan.Hazard;
import dev.signalbox.core.port.RecordingExecution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Dead letters of share groups (KIP-1191), which only point to the message that died.
class PointerLettersTest {
    private static final int PARTITIONS = 3;
    private static final int MESSAGES = 30;

    private final KafkaFixture kafka = KafkaFixture.shared();
    private KafkaConnector connector;
    private String origin;
    private String deadLetters;

    @BeforeEach
    void connect() throws Exception {
        connector = kafka.connector();
        origin = kafka.topic("share", PARTITIONS, KafkaConnectorTest.KEPT);
        deadLetters = kafka.exactTopic("dlq." + origin, 2, KafkaConnectorTest.KEPT);
        kafka.send(
                IntStream.range(0, MESSAGES)
                        .mapToObj(
                                i ->
                                        Records.record(
                                                origin,
                                                i % PARTITIONS,
                                                Draft.numbered(i).timestamp(),
                                                Draft.numbered(i).key(),
                                                Draft.numbered(i).value(),
                                                Draft.numbered(i).headers()))
                        .toList());
    }

    @AfterEach
    void close() {
        connector.close();
    }

    @Test
    void areReplayedAsTheMessagesTheyPointTo() throws Exception {
        kafka.send(List.of(pointer(0, 4), pointer(2, 1), pointer(0, 2), pointer(0, 9)));

        Outcome outcome = run();

        assertThat(outcome.result()).isEqualTo(Result.SUCCEEDED);
        assertThat(copies())
                .containsExactlyInAnyOrder(number(0, 4), number(2, 1), number(0, 2), number(0, 9));
    }

    @Test
    void thatHoldKeyAndValueGetHeadersAndTimestampBack() throws Exception {
        kafka.send(List.of(letter(1, 3, Bytes.utf8("key-3"), Bytes.utf8("value 10"))));

        assertThat(run().result()).isEqualTo(Result.SUCCEEDED);

        assertThat(copies()).containsExactly(number(1, 3));
    }

    @Test
    void whoseOriginalIsPastRetentionAreCountedAndLeftOut() throws Exception {
        kafka.send(List.of(pointer(0, 1), pointer(0, 3), pointer(0, 7), pointer(0, 500)));
        KafkaFixture.await(
                kafka.admin()
                        .deleteRecords(
                                Map.of(
                                        new TopicPartition(origin, 0),
                                        RecordsToDelete.beforeOffset(4)))
                        .all());

        Plan plan = connector.plan(replay());
        Outcome outcome = connector.execute(plan, new RecordingExecution());

        assertThat(plan.effect().count()).isEqualTo(1);
        assertThat(plan.hazards())
                .filteredOn(hazard -> hazard.code().equals("replay-past-retention"))
                .singleElement()
                .extracting(Hazard::text)
                .satisfies(text -> assertThat(text).contains("3").contains(origin));
        assertThat(outcome.done()).isEqualTo(1);
        assertThat(copies()).containsExactly(number(0, 7));
    }

    /// The n-th message of the origin, by its place.
    private static Draft number(int partition, int offset) {
        return Draft.numbered(offset * PARTITIONS + partition);
    }

    private ProducerRecord<byte[], byte[]> pointer(int partition, long offset) {
        return letter(partition, offset, null, null);
    }

    private ProducerRecord<byte[], byte[]> letter(
            int partition, long offset, @Nullable Bytes key, @Nullable Bytes value) {
        return Records.record(
                deadLetters,
                partition % 2,
                Instant.parse("2026-11-21T00:00:00Z"),
                key,
                value,
                List.of(
                        text("topic", origin),
                        text("partition", Integer.toString(partition)),
                        text("offset", Long.toString(offset)),
                        text("group", "workers"),
                        text("delivery.count", "5"),
                        text("message", "Offset rejected by client.")));
    }

    private static Header text(String name, String value) {
        return SpringLetters.text("__dlq.errors." + name, value);
    }

    private ReplayDeadLetters replay() {
        return new ReplayDeadLetters(
                deadLetters, new MessageSelection.All(), Optional.empty(), false);
    }

    private Outcome run() throws Exception {
        return connector.execute(connector.plan(replay()), new RecordingExecution());
    }

    /// What was replayed, without what names the replay; each in the partition of its original.
    private List<Draft> copies() {
        List<Draft> copies = new ArrayList<>();
        for (Message message :
                kafka.readCommitted(origin).stream().map(Records::message).toList()) {
            if (message.header(ReplayHeaders.ID).isPresent()) {
                Draft copy = Draft.of(message).withoutReplayHeaders();
                assertThat(message.id().partition()).isEqualTo(copy.number() % PARTITIONS);
                copies.add(copy);
            }
        }
        return copies;
    }
}
