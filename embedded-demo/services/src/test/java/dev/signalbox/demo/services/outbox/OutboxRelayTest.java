package dev.signalbox.demo.services.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalbox.demo.services.backend.Backend;
import dev.signalbox.demo.services.backend.TestTopic;
import dev.signalbox.demo.services.database.Database;
import dev.signalbox.demo.services.kafka.HeaderValue;
import dev.signalbox.demo.services.kafka.KafkaBroker;
import dev.signalbox.demo.services.lifecycle.ServiceThreads;
import dev.signalbox.demo.services.lifecycle.Stop;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxRelayTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration QUIET = Duration.ofSeconds(1);

    private final Stop stop = new Stop();
    private final ServiceThreads threads = new ServiceThreads();
    private Database database;
    private KafkaBroker broker;
    private TestTopic topic;

    @BeforeEach
    void open() throws Exception {
        topic = TestTopic.create();
        database = Database.open("test", Backend.shared().newDatabase());
        database.createTables("undo-log.sql", "outbox.sql");
        broker = KafkaBroker.connect(Backend.shared().kafka(), "test", stop);
        threads.start("relay", new OutboxRelay(new Outbox(database), broker, stop));
    }

    @AfterEach
    void close() {
        stop.wish();
        threads.join(PATIENCE);
        broker.close();
        database.close();
    }

    @Test
    void anEventIsPublishedUnderItsOrderWithAllItsHeaders() throws Exception {
        write("m-1", "O-1", "x-1", false);

        ConsumerRecord<byte[], byte[]> message = awaitMessages(1).getFirst();
        assertThat(message.key()).isEqualTo("O-1".getBytes(UTF_8));
        assertThat(message.value()).isEqualTo("{\"id\":\"m-1\"}".getBytes(UTF_8));
        assertThat(HeaderValue.text(message.headers(), "message-id")).contains("m-1");
        assertThat(HeaderValue.text(message.headers(), "order-id")).contains("O-1");
        assertThat(HeaderValue.text(message.headers(), "xid")).contains("x-1");
        assertThat(HeaderValue.text(message.headers(), "content-type"))
                .contains("application/json");
    }

    @Test
    void eventsOfAnOrderAreOnOnePartitionInTheirOrder() throws Exception {
        for (int i = 0; i < 10; i++) {
            write("m-" + i, "O-1", "x", false);
        }

        List<ConsumerRecord<byte[], byte[]>> messages = awaitMessages(10);
        assertThat(messages)
                .extracting(ConsumerRecord::partition)
                .containsOnly(messages.getFirst().partition());
        assertThat(messages)
                .extracting(message -> HeaderValue.text(message.headers(), "message-id").orElse(""))
                .containsExactly(
                        "m-0", "m-1", "m-2", "m-3", "m-4", "m-5", "m-6", "m-7", "m-8", "m-9");
    }

    @Test
    void anEventThatAwaitsItsTransactionIsPublishedWhenThatHasEndedAndNotBefore() throws Exception {
        execute(
                "INSERT INTO undo_log (branch_id, xid, context, rollback_info, log_status,"
                        + " log_created, log_modified) VALUES (1, 'x-1', '', '', 0, now(), now())");
        write("m-1", "O-1", "x-1", true);
        await().during(QUIET).atMost(PATIENCE).until(() -> topic.messages().isEmpty());

        execute("DELETE FROM undo_log");

        awaitMessages(1);
    }

    @Test
    void anEventWhoseMarkWasLostInACrashIsPublishedAgainUnderTheSameId() throws Exception {
        write("m-1", "O-1", "x-1", false);
        awaitMessages(1);
        awaitMarked();

        execute("UPDATE outbox SET published_at = NULL");

        assertThat(awaitMessages(2))
                .extracting(message -> HeaderValue.text(message.headers(), "message-id").orElse(""))
                .containsExactly("m-1", "m-1");
    }

    @Test
    void anEventIsPublishedOnceAndNotAgain() throws Exception {
        write("m-1", "O-1", "x-1", false);
        awaitMarked();

        await().during(QUIET).atMost(PATIENCE).until(() -> topic.messages().size() == 1);
    }

    private List<ConsumerRecord<byte[], byte[]>> awaitMessages(int count) {
        return await().atMost(PATIENCE).until(topic::messages, found -> found.size() == count);
    }

    private void awaitMarked() {
        await().atMost(PATIENCE).until(() -> new Outbox(database).ready(10).isEmpty());
    }

    private void write(String id, String orderId, String xid, boolean awaitsCommit)
            throws SQLException {
        database.inTransaction(
                connection -> {
                    Outbox.write(
                            connection,
                            new OutboxEvent(
                                    id,
                                    topic.name(),
                                    orderId,
                                    xid,
                                    awaitsCommit,
                                    "{\"id\":\"" + id + "\"}"));
                    return true;
                });
    }

    private void execute(String sql) throws SQLException {
        database.inTransaction(
                connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(sql)) {
                        return statement.executeUpdate();
                    }
                });
    }
}
