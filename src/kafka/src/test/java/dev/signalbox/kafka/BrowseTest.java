package dev.signalbox.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageId;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.model.MessageStream;
import dev.signalbox.core.port.Connector;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BrowseTest {
    private final KafkaFixture kafka = KafkaFixture.shared();
    private Connector connector;

    @BeforeEach
    void connect() throws Exception {
        connector = kafka.connector();
    }

    @AfterEach
    void close() {
        connector.close();
    }

    @Test
    void readsAllOldestFirstWithinAPartition() throws Exception {
        String topic = kafka.topic(3);
        kafka.sendNumbers(topic, 3, 0, 50);

        List<Message> read = browse(topic, new MessageSelection.All(), 1_000);

        assertThat(read).hasSize(50);
        assertThat(read.stream().filter(message -> message.id().partition() == 1))
                .isSortedAccordingTo(
                        java.util.Comparator.comparingLong(message -> message.id().position()));
    }

    @Test
    void readsNoMoreThanTheLimit() throws Exception {
        String topic = kafka.topic(2);
        kafka.sendNumbers(topic, 2, 0, 50);

        assertThat(browse(topic, new MessageSelection.All(), 7)).hasSize(7);
    }

    @Test
    void readsAnEmptyTopic() throws Exception {
        String topic = kafka.topic(2);

        assertThat(browse(topic, new MessageSelection.All(), 10)).isEmpty();
        assertThat(browse(topic, new MessageSelection.Newest(5), 10)).isEmpty();
    }

    @Test
    void findsTheNewestOverAllPartitions() throws Exception {
        String topic = kafka.topic(3);
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            records.add(numbered(topic, i < 25 ? 0 : 2, i));
        }
        kafka.send(records);

        List<Message> read = browse(topic, new MessageSelection.Newest(7), 1_000);

        assertThat(read).extracting(BrowseTest::number).containsExactly(23, 24, 25, 26, 27, 28, 29);
    }

    @Test
    void findsTheNewestThoughTransactionsLeaveGaps() throws Exception {
        String topic = kafka.topic(1);
        try (KafkaProducer<byte[], byte[]> producer = kafka.transaction("browse-test")) {
            for (int i = 0; i < 12; i++) {
                var _ = producer.send(numbered(topic, 0, i));
                producer.commitTransaction();
                producer.beginTransaction();
            }
            producer.abortTransaction();
        }
        kafka.awaitMarkers(topic);

        List<Message> read = browse(topic, new MessageSelection.Newest(10), 1_000);

        assertThat(read)
                .extracting(BrowseTest::number)
                .containsExactly(2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    }

    @Test
    void readsFromATimeOn() throws Exception {
        String topic = kafka.topic(1);
        kafka.send(
                List.of(
                        numbered(topic, 0, 10),
                        numbered(topic, 0, 30),
                        numbered(topic, 0, 5),
                        numbered(topic, 0, 20)));

        List<Message> read = browse(topic, new MessageSelection.Since(timeOf(20)), 10);

        assertThat(read).extracting(BrowseTest::number).containsExactly(30, 20);
    }

    @Test
    void readsExactlyTheGivenMessages() throws Exception {
        String topic = kafka.topic(2);
        kafka.sendNumbers(topic, 2, 0, 10_000);

        List<Message> read =
                browse(
                        topic,
                        new MessageSelection.Ids(
                                List.of(
                                        new MessageId(topic, 1, 4_000),
                                        new MessageId(topic, 0, 2),
                                        new MessageId(topic, 1, 3),
                                        new MessageId(topic, 1, 99_999))),
                        10);

        assertThat(read)
                .extracting(message -> message.id().toString())
                .containsExactlyInAnyOrder(topic + "-0@2", topic + "-1@3", topic + "-1@4000");
    }

    @Test
    void readsARangeAsItWasWhenAskedFor() throws Exception {
        String topic = kafka.topic(1);
        kafka.sendNumbers(topic, 1, 0, 10);

        try (MessageStream stream =
                connector.browse(
                        topic, new MessageSelection.Ranges(List.of(new Range(0, 2, 50))), 1_000)) {
            kafka.sendNumbers(topic, 1, 10, 10);
            assertThat(rest(stream))
                    .extracting(BrowseTest::number)
                    .containsExactly(2, 3, 4, 5, 6, 7, 8, 9);
        }
    }

    @Test
    void endsAtARangeWhoseLastOffsetsAreNoMessages() throws Exception {
        String topic = kafka.topic(1);
        inTransaction(List.of(numbered(topic, 0, 1)), true);
        inTransaction(List.of(numbered(topic, 0, 2), numbered(topic, 0, 3)), false);

        List<Message> read =
                browse(topic, new MessageSelection.Ranges(List.of(new Range(0, 0, 5))), 10);

        assertThat(read).extracting(BrowseTest::number).containsExactly(1);
    }

    @Test
    void doesNotShowWhatAnOpenTransactionWrote() throws Exception {
        String topic = kafka.topic(1);
        kafka.sendNumbers(topic, 1, 0, 1);
        try (KafkaProducer<byte[], byte[]> open = kafka.transaction("browse-test")) {
            var _ = open.send(numbered(topic, 0, 1));
            open.flush();

            assertThat(browse(topic, new MessageSelection.All(), 10))
                    .extracting(BrowseTest::number)
                    .containsExactly(0);
            open.abortTransaction();
        }
    }

    @Test
    void leavesNoGroupBehind() throws Exception {
        String topic = kafka.topic(1);
        kafka.sendNumbers(topic, 1, 0, 5);
        var before = connector.poll().groups();

        browse(topic, new MessageSelection.All(), 10);

        assertThat(connector.poll().groups()).isEqualTo(before);
    }

    @Test
    void tellsWhenThereIsNoSuchTopic() {
        assertThatThrownBy(() -> browse("nobody-made-this", new MessageSelection.All(), 1))
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        e -> assertThat(e.problem().kind()).isEqualTo(ProblemKind.NOT_FOUND));
    }

    @Test
    void stopsWhenInterrupted() throws Exception {
        String topic = kafka.topic(1);
        kafka.sendNumbers(topic, 1, 0, 5);
        try (MessageStream stream = connector.browse(topic, new MessageSelection.All(), 10)) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> rest(stream)).isInstanceOf(InterruptedException.class);
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
    }

    private List<Message> browse(String topic, MessageSelection selection, long limit)
            throws Exception {
        try (MessageStream stream = connector.browse(topic, selection, limit)) {
            return rest(stream);
        }
    }

    static List<Message> rest(MessageStream stream) throws Exception {
        List<Message> messages = new ArrayList<>();
        for (Optional<Message> next = stream.next(); next.isPresent(); next = stream.next()) {
            messages.add(next.get());
        }
        return messages;
    }

    private void inTransaction(List<ProducerRecord<byte[], byte[]>> records, boolean commit) {
        try (KafkaProducer<byte[], byte[]> producer = kafka.transaction("browse-test")) {
            for (ProducerRecord<byte[], byte[]> record : records) {
                var _ = producer.send(record);
            }
            if (commit) {
                producer.commitTransaction();
            } else {
                producer.flush();
                producer.abortTransaction();
            }
        }
        kafka.awaitMarkers(records.getFirst().topic());
    }

    /// Number and time rise together.
    private static ProducerRecord<byte[], byte[]> numbered(String topic, int partition, int i) {
        return new ProducerRecord<>(
                topic,
                partition,
                timeOf(i).toEpochMilli(),
                null,
                Integer.toString(i).getBytes(StandardCharsets.UTF_8));
    }

    private static Instant timeOf(int number) {
        return Instant.parse("2026-11-01T00:00:00Z").plusSeconds(number);
    }

    static int number(Message message) {
        return Integer.parseInt(
                Optional.ofNullable(message.value()).orElseThrow().text().orElseThrow());
    }
}
