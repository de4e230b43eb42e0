package dev.signalbox.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.core.deadletter.DeadLetter;
import dev.signalbox.core.deadletter.DeadLetters;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.port.Action.ReplayDeadLetters;
import dev.signalbox.core.port.Draft;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Outcome.Result;
import dev.signalbox.core.port.RecordingExecution;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// Dead letters that the broker itself wrote for a share group (KIP-1191).
class ShareGroupTest {
    private static final int MESSAGES = 12;
    private static final int PARTITIONS = 2;

    private final KafkaFixture kafka = KafkaFixture.shared();

    @Test
    void thatKeepsNoCopyHasPointersForLettersAndTheyAreReplayed() throws Exception {
        assertThatRejectedComeBackAsTheyWere(false, DeadLetter.Content.POINTER);
    }

    @Test
    void thatKeepsACopyHasLettersWithoutHeadersAndTheyAreReplayed() throws Exception {
        assertThatRejectedComeBackAsTheyWere(true, DeadLetter.Content.WITHOUT_HEADERS);
    }

    private void assertThatRejectedComeBackAsTheyWere(boolean copied, DeadLetter.Content content)
            throws Exception {
        String origin = kafka.topic("share", PARTITIONS, KafkaConnectorTest.KEPT);
        String deadLetters =
                kafka.exactTopic(
                        "dlq." + origin,
                        1,
                        Map.of(
                                "retention.ms",
                                "-1",
                                "errors.deadletterqueue.group.enable",
                                "true"));
        String group = "workers-of-" + origin;
        configure(
                group,
                Map.of(
                        "share.auto.offset.reset",
                        "earliest",
                        "errors.deadletterqueue.topic.name",
                        deadLetters,
                        "errors.deadletterqueue.copy.record.enable",
                        Boolean.toString(copied)));
        List<Draft> originals = IntStream.range(0, MESSAGES).mapToObj(Draft::numbered).toList();
        send(origin, originals);

        rejectOddNumbers(group, origin);
        Awaitility.await().until(() -> letters(deadLetters).size() >= MESSAGES / 2);

        assertThat(letters(deadLetters))
                .extracting(DeadLetters::read)
                .allSatisfy(
                        letter -> {
                            assertThat(letter.content()).isEqualTo(content);
                            assertThat(letter.originDestination()).contains(origin);
                            assertThat(letter.group()).contains(group);
                        });
        assertThat(replay(deadLetters).result()).isEqualTo(Result.SUCCEEDED);
        assertThat(replayed(origin))
                .containsExactlyInAnyOrderElementsOf(
                        originals.stream().filter(draft -> draft.number() % 2 == 1).toList());
    }

    private void send(String origin, List<Draft> originals) {
        kafka.send(
                originals.stream()
                        .map(
                                draft ->
                                        Records.record(
                                                origin,
                                                draft.number() % PARTITIONS,
                                                draft.timestamp(),
                                                draft.key(),
                                                draft.value(),
                                                draft.headers()))
                        .toList());
    }

    private Outcome replay(String deadLetters) throws Exception {
        try (KafkaConnector connector = kafka.connector()) {
            return connector.execute(
                    connector.plan(
                            new ReplayDeadLetters(
                                    deadLetters,
                                    new MessageSelection.All(),
                                    Optional.empty(),
                                    false)),
                    new RecordingExecution());
        }
    }

    private void configure(String group, Map<String, String> settings) {
        List<AlterConfigOp> changes = new ArrayList<>();
        settings.forEach(
                (name, value) ->
                        changes.add(new AlterConfigOp(new ConfigEntry(name, value), OpType.SET)));
        KafkaFixture.await(
                kafka.admin()
                        .incrementalAlterConfigs(
                                Map.of(
                                        new ConfigResource(ConfigResource.Type.GROUP, group),
                                        changes))
                        .all());
    }

    private void rejectOddNumbers(String group, String topic) {
        try (KafkaShareConsumer<byte[], byte[]> consumer =
                new KafkaShareConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                kafka.address(),
                                "group.id",
                                group,
                                "share.acknowledgement.mode",
                                "explicit",
                                "key.deserializer",
                                ByteArrayDeserializer.class,
                                "value.deserializer",
                                ByteArrayDeserializer.class))) {
            consumer.subscribe(List.of(topic));
            List<Integer> seen = new ArrayList<>();
            Awaitility.await()
                    .until(
                            () -> {
                                for (ConsumerRecord<byte[], byte[]> record :
                                        consumer.poll(Duration.ofMillis(200))) {
                                    int number = Draft.of(Records.message(record)).number();
                                    consumer.acknowledge(
                                            record,
                                            number % 2 == 1
                                                    ? AcknowledgeType.REJECT
                                                    : AcknowledgeType.ACCEPT);
                                    seen.add(number);
                                }
                                consumer.commitSync();
                                return seen.size() >= MESSAGES;
                            });
        }
    }

    private List<Message> letters(String deadLetters) {
        return kafka.readCommitted(deadLetters).stream().map(Records::message).toList();
    }

    private List<Draft> replayed(String origin) {
        return letters(origin).stream()
                .filter(message -> message.header(ReplayHeaders.ID).isPresent())
                .map(message -> Draft.of(message).withoutReplayHeaders())
                .toList();
    }
}
