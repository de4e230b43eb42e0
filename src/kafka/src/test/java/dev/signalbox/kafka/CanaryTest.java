package dev.signalbox.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalbox.core.Workbench;
import dev.signalbox.core.gate.Aftermath;
import dev.signalbox.core.gate.Caution;
import dev.signalbox.core.gate.Confirmation;
import dev.signalbox.core.gate.Operation;
import dev.signalbox.core.gate.Operation.Status;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.Reading;
import dev.signalbox.core.port.Action.ReplayDeadLetters;
import dev.signalbox.core.port.Draft;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.profile.Folders;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A replay that waits for what becomes of its first letters, with a consumer that really reads them.
class CanaryTest {
    private static final int LETTERS = 9;
    private static final Caution CANARY =
            new Caution(OptionalInt.empty(), OptionalInt.of(3), OptionalInt.empty());

    @TempDir private Path folder = Path.of("");
    private final KafkaFixture kafka = KafkaFixture.shared();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final AtomicBoolean mended = new AtomicBoolean();
    private String origin = "";
    private String deadLetters = "";
    private Workbench console;
    private Thread reading;

    @BeforeEach
    void putLettersAndRead() throws Exception {
        origin = kafka.topic("canary", 1, KafkaConnectorTest.KEPT);
        deadLetters = kafka.exactTopic(origin + "-dlt", 1, KafkaConnectorTest.KEPT);
        kafka.send(
                IntStream.range(0, LETTERS)
                        .mapToObj(
                                i ->
                                        SpringLetters.record(
                                                deadLetters, origin, 0, i, Draft.numbered(i)))
                        .toList());
        reading = Thread.ofPlatform().name("canary-consumer").start(this::read);
        // A reader that turns up between plan and start is a reason to look again.
        await().until(() -> kafka.committed(origin + "-group", origin, 0).isPresent());
        console = Workbench.open(Folders.under(folder), Clock.systemUTC());
        console.connections().open(kafka.profile());
    }

    @AfterEach
    void close() throws Exception {
        closing.set(true);
        reading.join();
        console.close();
    }

    @Test
    void theOthersFollowWhenTheFirstWereConsumed() throws Exception {
        mended.set(true);
        Operation replay = start();

        assertThat(replay.await().status()).isEqualTo(Status.SUCCEEDED);
        await().until(() -> console.actions().follow(replay.id()).isComplete());

        assertThat(replay.aftermath())
                .contains(new Aftermath(LETTERS, Reading.of(LETTERS), Reading.of(0)));
    }

    @Test
    void theOthersStayWhenOneOfTheFirstDiesAgain() throws Exception {
        Operation replay = start();

        assertThat(replay.await().status()).isEqualTo(Status.PARTIAL);
        assertThat(replay.await().done()).isEqualTo(3);
        assertThat(kafka.readCommitted(origin)).hasSize(3);
        await().until(() -> console.actions().follow(replay.id()).isComplete());
        assertThat(replay.aftermath()).contains(new Aftermath(3, Reading.of(3), Reading.of(1)));
    }

    private Operation start() throws Exception {
        Plan plan =
                console.actions()
                        .plan(
                                "test",
                                new ReplayDeadLetters(
                                        deadLetters,
                                        new MessageSelection.All(),
                                        Optional.empty(),
                                        false));
        return console.actions().start("test", plan, Confirmation.of(plan.id()), CANARY);
    }

    /// Until it is mended, the second message dies.
    private void read() {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                kafka.address(),
                                "group.id",
                                origin + "-group",
                                "isolation.level",
                                "read_committed",
                                "auto.offset.reset",
                                "earliest",
                                "enable.auto.commit",
                                "false",
                                "key.deserializer",
                                ByteArrayDeserializer.class,
                                "value.deserializer",
                                ByteArrayDeserializer.class))) {
            consumer.subscribe(List.of(origin));
            while (!closing.get()) {
                for (ConsumerRecord<byte[], byte[]> record :
                        consumer.poll(Duration.ofMillis(100))) {
                    if (!mended.get() && Draft.of(Records.message(record)).number() == 1) {
                        kafka.send(
                                List.of(
                                        new ProducerRecord<>(
                                                deadLetters,
                                                0,
                                                record.key(),
                                                record.value(),
                                                record.headers())));
                    }
                }
                consumer.commitSync();
            }
        }
    }
}
