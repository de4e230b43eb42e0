package dev.signalbox.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.core.backup.BackupStore;
import dev.signalbox.core.backup.BackupWriter;
import dev.signalbox.core.deadletter.DeadLetters;
import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Header;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.MessageStream;
import dev.signalbox.core.port.Action.PurgeDestination;
import dev.signalbox.core.port.Action.ReplayDeadLetters;
import dev.signalbox.core.port.Action.RestoreBackup;
import dev.signalbox.core.port.Draft;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Outcome.Result;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.RecordingExecution;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Letters that nobody would write on purpose. Each is shown, and comes back as it was.
class HostileLettersTest {
    private static final Map<String, String> ROOMY =
            Map.of("retention.ms", "-1", "max.message.bytes", "8000000");
    private static final Instant THEN = Instant.parse("2026-11-20T08:00:00.123Z");
    private static final Bytes NO_TEXT = Bytes.of(new byte[] {(byte) 0xC3, 0x28, (byte) 0xFF, 0});

    private static final List<Draft> HOSTILE =
            List.of(
                    draft(
                            Bytes.utf8("k"),
                            Bytes.utf8("v"),
                            new Header("huge", Bytes.of(new byte[1024 * 1024]))),
                    draft(NO_TEXT, NO_TEXT, new Header("h", NO_TEXT), new Header("none", null)),
                    draft(Bytes.utf8("deep"), Bytes.utf8("[".repeat(10_000) + "]".repeat(10_000))),
                    draft(Bytes.of(new byte[0]), Bytes.of(new byte[0])),
                    draft(Bytes.utf8("tombstone"), null),
                    draft(null, Bytes.utf8("no key")),
                    draft(null, null),
                    draft(
                            Bytes.utf8("twice"),
                            Bytes.utf8("v"),
                            new Header("name", Bytes.utf8("one")),
                            new Header("other", Bytes.of(new byte[0])),
                            new Header("name", Bytes.utf8("two")),
                            new Header("", Bytes.utf8("no name"))));

    @TempDir private Path folder = Path.of("");
    private final KafkaFixture kafka = KafkaFixture.shared();
    private KafkaConnector connector;
    private String origin;
    private String deadLetters;

    @BeforeEach
    void connect() throws Exception {
        connector = kafka.connector();
        origin = kafka.topic("odd", 3, ROOMY);
        deadLetters = kafka.exactTopic(origin + "-dlt", 3, ROOMY);
    }

    @AfterEach
    void close() {
        connector.close();
    }

    @Test
    void areShownAndReplayedToTheByte() throws Exception {
        kafka.send(letters(HOSTILE));

        assertThat(browse(deadLetters))
                .hasSize(HOSTILE.size())
                .allSatisfy(
                        letter ->
                                assertThat(DeadLetters.read(letter).originDestination())
                                        .contains(origin));
        Outcome outcome = replay();

        assertThat(outcome.result()).isEqualTo(Result.SUCCEEDED);
        assertThat(drafts(origin)).containsExactlyInAnyOrderElementsOf(HOSTILE);
    }

    @Test
    void areTheSameAfterTheWayFromTheOriginAndBack() throws Exception {
        kafka.send(
                IntStream.range(0, HOSTILE.size())
                        .mapToObj(i -> record(origin, i % 3, HOSTILE.get(i)))
                        .toList());
        List<Message> died = messages(origin);
        kafka.send(
                died.stream()
                        .map(
                                message ->
                                        SpringLetters.record(
                                                deadLetters,
                                                origin,
                                                message.id().partition(),
                                                message.id().position(),
                                                Draft.of(message)))
                        .toList());

        replay();

        for (int partition = 0; partition < 3; partition++) {
            List<Draft> all = drafts(origin, partition);
            List<Draft> first = all.subList(0, all.size() / 2);
            assertThat(all.subList(all.size() / 2, all.size())).isEqualTo(first);
        }
    }

    @Test
    void areTheSameAfterAPurgeAndItsRestore() throws Exception {
        kafka.send(letters(HOSTILE));
        List<Draft> before = drafts(deadLetters);
        Plan purge = connector.plan(new PurgeDestination(deadLetters, new MessageSelection.All()));
        RecordingExecution execution = new RecordingExecution();
        connector.execute(purge, execution);
        assertThat(messages(deadLetters)).isEmpty();
        try (BackupWriter writer =
                new BackupStore(folder)
                        .begin(
                                UUID.randomUUID(),
                                "test",
                                purge.clusterId(),
                                deadLetters,
                                THEN,
                                0)) {
            writer.write(execution.backedUp());
            Plan restore = connector.plan(new RestoreBackup(writer.seal()));
            connector.execute(restore, new RecordingExecution());
        }

        assertThat(drafts(deadLetters)).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void whoseBinaryNumbersHaveTheWrongLengthGoByTheKey() throws Exception {
        List<ProducerRecord<byte[], byte[]>> letters = new ArrayList<>();
        for (int length : new int[] {0, 1, 3, 5, 8, 4096}) {
            letters.add(
                    Records.record(
                            deadLetters,
                            0,
                            THEN,
                            Bytes.utf8("key"),
                            Bytes.utf8("length " + length),
                            List.of(
                                    SpringLetters.text("kafka_dlt-original-topic", origin),
                                    new Header(
                                            "kafka_dlt-original-partition",
                                            Bytes.of(new byte[length])),
                                    new Header(
                                            "kafka_dlt-original-offset",
                                            Bytes.of(new byte[length])),
                                    new Header(
                                            "kafka_dlt-original-timestamp",
                                            length == 8 ? null : Bytes.of(new byte[length])))));
        }
        kafka.send(letters);

        assertThat(browse(deadLetters)).hasSize(letters.size());
        assertThat(replay().result()).isEqualTo(Result.SUCCEEDED);

        List<Message> copies = messages(origin);
        assertThat(copies).hasSize(letters.size());
        assertThat(copies.stream().map(copy -> copy.id().partition()).distinct()).hasSize(1);
        assertThat(copies).allSatisfy(copy -> assertThat(copy.timestamp()).isEqualTo(THEN));
    }

    private Outcome replay() throws Exception {
        Plan plan =
                connector.plan(
                        new ReplayDeadLetters(
                                deadLetters, new MessageSelection.All(), Optional.empty(), false));
        return connector.execute(plan, new RecordingExecution());
    }

    private List<ProducerRecord<byte[], byte[]>> letters(List<Draft> originals) {
        return IntStream.range(0, originals.size())
                .mapToObj(
                        i -> SpringLetters.record(deadLetters, origin, i % 3, i, originals.get(i)))
                .toList();
    }

    private List<Message> browse(String topic) throws Exception {
        List<Message> shown = new ArrayList<>();
        try (MessageStream stream =
                connector.browse(topic, new MessageSelection.All(), Long.MAX_VALUE)) {
            for (Optional<Message> next = stream.next(); next.isPresent(); next = stream.next()) {
                shown.add(next.get());
            }
        }
        return shown;
    }

    private List<Message> messages(String topic) {
        return kafka.readCommitted(topic).stream().map(Records::message).toList();
    }

    private List<Draft> drafts(String topic) {
        return messages(topic).stream().map(HostileLettersTest::original).toList();
    }

    private List<Draft> drafts(String topic, int partition) {
        return messages(topic).stream()
                .filter(message -> message.id().partition() == partition)
                .map(HostileLettersTest::original)
                .toList();
    }

    private static Draft original(Message message) {
        return Draft.of(message).withoutReplayHeaders();
    }

    private static ProducerRecord<byte[], byte[]> record(String topic, int partition, Draft draft) {
        return Records.record(
                topic, partition, draft.timestamp(), draft.key(), draft.value(), draft.headers());
    }

    private static Draft draft(@Nullable Bytes key, @Nullable Bytes value, Header... headers) {
        return new Draft(key, value, List.of(headers), THEN);
    }
}
