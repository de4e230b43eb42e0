package dev.signalbox.demo.services.kafka;

import static dev.signalbox.demo.services.kafka.HeaderValue.int32;
import static dev.signalbox.demo.services.kafka.HeaderValue.int64;
import static dev.signalbox.demo.services.kafka.HeaderValue.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalbox.demo.services.backend.Backend;
import dev.signalbox.demo.services.backend.TestTopic;
import dev.signalbox.demo.services.consumer.ConsumerCounters;
import dev.signalbox.demo.services.consumer.Effect;
import dev.signalbox.demo.services.consumer.Message;
import dev.signalbox.demo.services.consumer.MessageHandler;
import dev.signalbox.demo.services.consumer.ProcessingException;
import dev.signalbox.demo.services.database.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The consumer framework on a real broker and a real database.
class ConsumerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration QUIET = Duration.ofSeconds(2);

    private Database database;
    private TestTopic topic;

    @BeforeEach
    void open() throws Exception {
        topic = TestTopic.create();
        database = Database.open("test", Backend.shared().newDatabase());
        database.createTables("processed-message.sql");
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE effects (position SERIAL, message_id TEXT, body TEXT)");
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aMessageThatFailsThreeTimesIsDeadLetteredWithItsOrigin() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        MessageHandler failing =
                (message, connection) -> {
                    attempts.incrementAndGet();
                    throw new ProcessingException(
                            "not captured", new IllegalStateException("no rate"));
                };
        topic.publish(2, "m-0", "{}");
        try (TestConsumer consumer = new TestConsumer(topic, database, failing)) {
            await().atMost(PATIENCE).until(() -> consumer.counters().deadLettered() == 1);
            long offset = topic.publish(2, "m-1", "{\"n\":1}");
            await().atMost(PATIENCE).until(() -> consumer.counters().deadLettered() == 2);

            assertThat(attempts).hasValue(6);
            assertThat(consumer.counters().retried()).isEqualTo(4);
            ConsumerRecord<byte[], byte[]> letter = topic.deadLetters().get(1);
            assertThat(letter.partition()).isEqualTo(2);
            assertThat(letter.key()).isEqualTo("O-1".getBytes(UTF_8));
            assertThat(letter.value()).isEqualTo("{\"n\":1}".getBytes(UTF_8));
            assertThat(header(letter, "message-id")).isEqualTo(text("m-1"));
            assertThat(header(letter, "kafka_dlt-original-topic")).isEqualTo(text(topic.name()));
            assertThat(header(letter, "kafka_dlt-original-partition")).isEqualTo(int32(2));
            assertThat(header(letter, "kafka_dlt-original-offset")).isEqualTo(int64(offset));
            assertThat(header(letter, "kafka_dlt-original-timestamp"))
                    .isEqualTo(int64(topic.messages().get(1).timestamp()));
            assertThat(header(letter, "kafka_dlt-original-timestamp-type"))
                    .isEqualTo(text("CreateTime"));
            assertThat(header(letter, "kafka_dlt-original-consumer-group"))
                    .isEqualTo(text(TestConsumer.groupOf(topic)));
            assertThat(header(letter, "kafka_dlt-exception-fqcn"))
                    .isEqualTo(text(ProcessingException.class.getName()));
            assertThat(header(letter, "kafka_dlt-exception-cause-fqcn"))
                    .isEqualTo(text("java.lang.IllegalStateException"));
            assertThat(header(letter, "kafka_dlt-exception-message"))
                    .isEqualTo(text("not captured"));
            assertThat(header(letter, "retry_topic-attempts")).isEqualTo(int32(3));
        }
    }

    @Test
    void aSecondDeliveryWritesNothing() throws Exception {
        topic.publish(0, "m-1", "{\"n\":1}");
        topic.publish(1, "m-1", "{\"n\":2}");
        topic.publish(2, "m-2", "{\"n\":3}");
        try (TestConsumer consumer = new TestConsumer(topic, database, this::write)) {
            await().atMost(PATIENCE).until(() -> dealtWith(consumer) == 3);

            assertThat(consumer.counters().processed()).isEqualTo(2);
            assertThat(consumer.counters().duplicates()).isEqualTo(1);
            assertThat(effects()).containsExactlyInAnyOrder("m-1", "m-2");
        }
    }

    @Test
    void aMessageWithoutAnIdIsProcessedOnceHoweverOftenItIsDelivered() throws Exception {
        topic.publish(1, "{}", new RecordHeaders());
        try (TestConsumer consumer = new TestConsumer(topic, database, this::write)) {
            await().atMost(PATIENCE).until(() -> consumer.counters().processed() == 1);
        }
        assertThat(effects()).containsExactly(topic.name() + "-1-0");
    }

    @Test
    void malformedMessagesAreDeadLetteredAtOnceAndTheConsumerGoesOn() throws Exception {
        topic.publish(0, null, new RecordHeaders());
        topic.publish(0, "poison", new RecordHeaders());
        topic.publish(
                new ProducerRecord<>(
                        topic.name(), 0, null, new byte[] {(byte) 0xFF, 0, (byte) 0xFE}));
        topic.publish(0, "m-1", "{}");
        try (TestConsumer consumer = new TestConsumer(topic, database, this::write)) {
            await().atMost(PATIENCE).until(() -> dealtWith(consumer) == 4);

            assertThat(consumer.counters().retried()).isZero();
            assertThat(consumer.counters().deadLettered()).isEqualTo(3);
            assertThat(effects()).containsExactly("m-1");
            assertThat(topic.deadLetters())
                    .extracting(ConsumerRecord::value)
                    .containsExactly(
                            null,
                            "poison".getBytes(UTF_8),
                            new byte[] {(byte) 0xFF, 0, (byte) 0xFE});
        }
    }

    @Test
    void aMessageThatSucceedsAtItsSecondAttemptIsProcessedOnce() throws Exception {
        AtomicBoolean failed = new AtomicBoolean();
        MessageHandler failingOnce =
                (message, connection) -> {
                    Effect effect = write(message, connection);
                    if (failed.compareAndSet(false, true)) {
                        throw new ProcessingException("not yet");
                    }
                    return effect;
                };
        topic.publish(0, "m-1", "{}");
        try (TestConsumer consumer = new TestConsumer(topic, database, failingOnce)) {
            await().atMost(PATIENCE).until(() -> consumer.counters().processed() == 1);

            assertThat(effects()).containsExactly("m-1");
            assertThat(topic.deadLetters()).isEmpty();
        }
    }

    @Test
    void aReplayedLetterIsProcessedOnceTheCauseIsGone() throws Exception {
        AtomicBoolean broken = new AtomicBoolean(true);
        MessageHandler handler =
                (message, connection) -> {
                    if (broken.get()) {
                        throw new ProcessingException("broken");
                    }
                    return write(message, connection);
                };
        topic.publish(0, "m-1", "{}");
        try (TestConsumer consumer = new TestConsumer(topic, database, handler)) {
            await().atMost(PATIENCE).until(() -> consumer.counters().deadLettered() == 1);
            broken.set(false);
            ConsumerRecord<byte[], byte[]> letter = topic.deadLetters().getFirst();
            topic.replay(letter);
            topic.replay(letter);
            await().atMost(PATIENCE).until(() -> consumer.counters().duplicates() == 1);

            assertThat(consumer.counters().processed()).isEqualTo(1);
            assertThat(effects()).containsExactly("m-1");
        }
    }

    @Test
    void aMessageThatBacksOffHoldsUpNoOtherPartition() throws Exception {
        List<String> tried = new CopyOnWriteArrayList<>();
        MessageHandler handler =
                (message, connection) -> {
                    tried.add(message.id());
                    if (message.id().equals("bad")) {
                        throw new ProcessingException("bad");
                    }
                    return write(message, connection);
                };
        topic.publish(0, "bad", "{}");
        topic.publish(0, "m-1", "{}");
        topic.publish(1, "m-2", "{}");
        try (TestConsumer consumer = new TestConsumer(topic, database, handler)) {
            await().atMost(PATIENCE).until(() -> consumer.counters().deadLettered() == 1);

            assertThat(tried).contains("m-1", "m-2").endsWith("bad");
            assertThat(Collections.frequency(tried, "bad")).isEqualTo(3);
        }
    }

    @Test
    void messagesOfAPartitionAreProcessedInOrder() throws Exception {
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            sent.add("m-" + i);
            topic.publish(1, "m-" + i, "{}");
        }
        try (TestConsumer consumer = new TestConsumer(topic, database, this::write)) {
            await().atMost(PATIENCE).until(() -> consumer.counters().processed() == 120);

            assertThat(effects()).isEqualTo(sent);
        }
    }

    @Test
    void aDatabaseThatIsAwayCostsNoAttempt() throws Exception {
        AtomicInteger away = new AtomicInteger(4);
        MessageHandler handler =
                (message, connection) -> {
                    if (away.getAndDecrement() > 0) {
                        throw new SQLException("the server is shutting down", "57P01");
                    }
                    return write(message, connection);
                };
        topic.publish(0, "m-1", "{}");
        topic.publish(0, "m-2", "{}");
        try (TestConsumer consumer = new TestConsumer(topic, database, handler)) {
            await().atMost(PATIENCE).until(() -> consumer.counters().processed() == 2);

            assertThat(consumer.counters().retried()).isZero();
            assertThat(effects()).containsExactly("m-1", "m-2");
        }
    }

    @Test
    void aBugInTheHandlerIsAFailureOfItsMessageAndNotOfTheConsumer() throws Exception {
        MessageHandler handler =
                (message, connection) -> {
                    if (message.id().equals("bad")) {
                        throw new IllegalStateException("bug");
                    }
                    return write(message, connection);
                };
        topic.publish(0, "bad", "{}");
        topic.publish(0, "m-1", "{}");
        try (TestConsumer consumer = new TestConsumer(topic, database, handler)) {
            await().atMost(PATIENCE).until(() -> dealtWith(consumer) == 2);

            assertThat(effects()).containsExactly("m-1");
        }
    }

    @Test
    void aMessageThatWasNotDealtWithIsDeliveredToTheNextConsumer() throws Exception {
        topic.publish(0, "m-1", "{}");
        AtomicInteger tried = new AtomicInteger();
        MessageHandler away =
                (message, connection) -> {
                    tried.incrementAndGet();
                    throw new SQLException("connection refused", "08001");
                };
        try (TestConsumer _ = new TestConsumer(topic, database, away)) {
            await().atMost(PATIENCE).until(() -> tried.get() > 0);
        }
        assertThat(topic.committed(TestConsumer.groupOf(topic))).isZero();

        try (TestConsumer consumer = new TestConsumer(topic, database, this::write)) {
            await().atMost(PATIENCE).until(() -> consumer.counters().processed() == 1);
        }
        assertThat(topic.committed(TestConsumer.groupOf(topic))).isEqualTo(1);
    }

    @Test
    void aSlowHandlerStopsSoonAndWhatItPostponedIsNotLost() throws Exception {
        MessageHandler slow =
                new MessageHandler() {
                    @Override
                    public Effect handle(Message message, Connection connection)
                            throws SQLException {
                        return write(message, connection);
                    }

                    @Override
                    public Duration delay() {
                        return Duration.ofMinutes(10);
                    }
                };
        topic.publish(0, "m-1", "{}");
        long started = System.nanoTime();
        try (TestConsumer _ = new TestConsumer(topic, database, slow)) {
            await().during(QUIET).atMost(PATIENCE).until(() -> effects().isEmpty());
        }
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(PATIENCE);

        try (TestConsumer consumer = new TestConsumer(topic, database, this::write)) {
            await().atMost(PATIENCE).until(() -> consumer.counters().processed() == 1);
        }
    }

    @Test
    void aLetterWhosePartitionTheDeadLetterTopicLacksGoesToAnother() throws Exception {
        topic = TestTopic.create(1);
        topic.publish(2, "poison", new RecordHeaders());
        try (TestConsumer consumer = new TestConsumer(topic, database, this::write)) {
            await().atMost(PATIENCE).until(() -> consumer.counters().deadLettered() == 1);

            ConsumerRecord<byte[], byte[]> letter = topic.deadLetters().getFirst();
            assertThat(letter.partition()).isZero();
            assertThat(header(letter, "kafka_dlt-original-partition")).isEqualTo(int32(2));
        }
    }

    private Effect write(Message message, Connection connection) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO effects (message_id) VALUES (?)")) {
            insert.setString(1, message.id());
            insert.executeUpdate();
            return Effect.DONE;
        }
    }

    private List<String> effects() throws SQLException {
        return database.inTransaction(
                connection -> {
                    List<String> found = new ArrayList<>();
                    try (PreparedStatement select =
                                    connection.prepareStatement(
                                            "SELECT message_id FROM effects ORDER BY position");
                            ResultSet rows = select.executeQuery()) {
                        while (rows.next()) {
                            found.add(rows.getString(1));
                        }
                    }
                    return found;
                });
    }

    private static long dealtWith(TestConsumer consumer) {
        ConsumerCounters counters = consumer.counters();
        return counters.processed() + counters.duplicates() + counters.deadLettered();
    }

    private static byte[] header(ConsumerRecord<byte[], byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        assertThat(header).as(name).isNotNull();
        return header.value();
    }
}
