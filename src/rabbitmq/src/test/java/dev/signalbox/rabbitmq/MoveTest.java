package dev.signalbox.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.GetResponse;
import dev.signalbox.core.backup.Backup;
import dev.signalbox.core.backup.BackupStore;
import dev.signalbox.core.backup.BackupWriter;
import dev.signalbox.core.deadletter.DeadLetterRules;
import dev.signalbox.core.deadletter.LetterFilter;
import dev.signalbox.core.deadletter.LetterSearch;
import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Header;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.port.Connector;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.RecordingExecution;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Moving, purging a part, and publishing with properties, on a real node.
class MoveTest {
    private static final BasicProperties PLAIN = new BasicProperties.Builder().build();

    @TempDir private Path folder = Path.of("");

    private final RabbitFixture rabbit = new RabbitFixture(RabbitNode.shared());
    private final Connector connector = connect();

    private Connector connect() {
        try {
            return new RabbitConnectorProvider().connect(rabbit.profile());
        } catch (ConnectorException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void close() {
        connector.close();
        rabbit.close();
    }

    private Outcome run(Action action) throws Exception {
        return connector.execute(connector.plan(action), new RecordingExecution());
    }

    private List<GetResponse> takeAll(String queue) throws Exception {
        List<GetResponse> all = new ArrayList<>();
        GetResponse got = rabbit.channel().basicGet(queue, true);
        while (got != null) {
            all.add(got);
            got = rabbit.channel().basicGet(queue, true);
        }
        return all;
    }

    private static String text(GetResponse got) {
        return new String(got.getBody(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"classic", "quorum"})
    void whatIsMovedIsInTheOtherQueueAsItWasAndNoLongerHere(String type) throws Exception {
        String from = rabbit.queue(type, Map.of());
        String to = rabbit.queue(type, Map.of());
        BasicProperties properties =
                new BasicProperties.Builder()
                        .contentType("text/plain")
                        .priority(3)
                        .messageId("m-1")
                        .deliveryMode(2)
                        .headers(Map.of("attempt", 3, "x-original-exchange", "gone"))
                        .build();
        rabbit.send("", from, properties, "first".getBytes(StandardCharsets.UTF_8));
        rabbit.send("", from, properties, "second".getBytes(StandardCharsets.UTF_8));

        Outcome outcome = run(Action.ReplayDeadLetters.move(from, new MessageSelection.All(), to));

        assertThat(outcome.done()).isEqualTo(2);
        assertThat(takeAll(from)).isEmpty();
        List<GetResponse> moved = takeAll(to);
        assertThat(moved).extracting(MoveTest::text).containsExactly("first", "second");
        BasicProperties kept = moved.getFirst().getProps();
        assertThat(kept.getHeaders().get("attempt")).isEqualTo(3);
        // What a quorum queue adds tells of this delivery.
        assertThat(kept.getHeaders())
                .containsKey("x-original-exchange")
                .doesNotContainKeys("signalbox-replay-id", "signalbox-replay-count");
        assertThat(kept.getContentType()).isEqualTo("text/plain");
        assertThat(kept.getPriority()).isEqualTo(3);
        assertThat(kept.getMessageId()).isEqualTo("m-1");
        assertThat(moved.getFirst().getEnvelope().getRoutingKey()).isEqualTo(from);
    }

    @Test
    void aMoveToAnExchangeGoesByTheMessagesOwnKeyAndWhatNobodyWantsStays() throws Exception {
        String exchange = RabbitFixture.unique("events");
        rabbit.channel().exchangeDeclare(exchange, BuiltinExchangeType.TOPIC);
        String wanted = rabbit.queue("classic", Map.of());
        rabbit.channel().queueBind(wanted, exchange, "order.#");
        String from = rabbit.queue("classic", Map.of());
        String entry = RabbitFixture.unique("entry");
        rabbit.channel().exchangeDeclare(entry, BuiltinExchangeType.FANOUT);
        rabbit.channel().queueBind(from, entry, "");
        rabbit.send(entry, "order.paid", PLAIN, "wanted".getBytes(StandardCharsets.UTF_8));
        rabbit.send(entry, "stock.low", PLAIN, "unwanted".getBytes(StandardCharsets.UTF_8));

        Outcome outcome =
                run(Action.ReplayDeadLetters.move(from, new MessageSelection.All(), exchange));

        assertThat(outcome.done()).isEqualTo(1);
        assertThat(takeAll(wanted)).extracting(MoveTest::text).containsExactly("wanted");
        assertThat(takeAll(from)).extracting(MoveTest::text).containsExactly("unwanted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"classic", "quorum"})
    void theFirstFewAndThoseThatMatchArePurgedAloneAndComeBackOnce(String type) throws Exception {
        String queue = rabbit.queue(type, Map.of());
        rabbit.sendNumbers(queue, 10, 5);

        Backup first =
                purged(new Action.PurgeDestination(queue, search(queue, List.of()).first(2)));
        Backup matching =
                purged(
                        new Action.PurgeDestination(
                                queue,
                                search(queue, List.of("payload~13"))
                                        .freeze(new MessageSelection.All(), _ -> {})));
        rabbit.awaitReady(queue, 2);

        assertThat(run(new Action.RestoreBackup(first)).done()).isEqualTo(2);
        assertThat(run(new Action.RestoreBackup(matching)).done()).isEqualTo(1);
        rabbit.awaitReady(queue, 5);
        Plan again = connector.plan(new Action.RestoreBackup(first));
        assertThat(again.effect().count()).as("what lies there is left out").isZero();
        assertThat(takeAll(queue))
                .extracting(MoveTest::text)
                .containsExactly("12", "14", "10", "11", "13");
    }

    private Backup purged(Action.PurgeDestination purge) throws Exception {
        Plan plan = connector.plan(purge);
        RecordingExecution execution = new RecordingExecution();
        connector.execute(plan, execution);
        try (BackupWriter writer =
                new BackupStore(folder)
                        .begin(
                                UUID.randomUUID(),
                                "test",
                                plan.clusterId(),
                                purge.target(),
                                plan.madeAt(),
                                0)) {
            writer.write(execution.backedUp());
            return writer.seal();
        }
    }

    private LetterSearch search(String queue, List<String> conditions) throws Exception {
        return new LetterSearch(
                connector, DeadLetterRules.of(Map.of()), queue, LetterFilter.parse(conditions));
    }

    @Test
    void aMessageIsPublishedWithItsProperties() throws Exception {
        String queue = rabbit.queue("classic", Map.of());

        run(
                publish(
                        queue,
                        List.of(
                                property("content-type", "application/json"),
                                property("priority", "7"),
                                property("delivery-mode", "1"),
                                property("correlation-id", "c-1"))));

        BasicProperties properties = takeAll(queue).getFirst().getProps();
        assertThat(properties.getContentType()).isEqualTo("application/json");
        assertThat(properties.getPriority()).isEqualTo(7);
        assertThat(properties.getDeliveryMode()).isEqualTo(1);
        assertThat(properties.getCorrelationId()).isEqualTo("c-1");
        assertThat(properties.getTimestamp()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"colour=red", "priority=high", "delivery-mode=3", "user-id=other"})
    void aPropertyThatCannotBeIsRefusedBeforeAnythingIsSent(String wrong) throws Exception {
        String queue = rabbit.queue("classic", Map.of());
        String[] parts = wrong.split("=", 2);

        assertThatThrownBy(
                        () -> connector.plan(publish(queue, List.of(property(parts[0], parts[1])))))
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        e -> {
                            assertThat(e.problem().kind()).isEqualTo(ProblemKind.INVALID);
                            assertThat(e.problem().summary()).contains(parts[0]);
                        });
    }

    private static Header property(String name, String value) {
        return new Header(name, Bytes.utf8(value));
    }

    private static Action publish(String queue, List<Header> properties) {
        return new Action.PublishMessage(
                queue, OptionalInt.empty(), null, Bytes.utf8("hello"), List.of(), properties);
    }

    @Test
    void theSampleOfAPlanShowsTheProperties() throws Exception {
        String queue = rabbit.queue("classic", Map.of());

        List<Message> sample =
                connector.plan(publish(queue, List.of(property("type", "greeting")))).sample();

        assertThat(sample)
                .singleElement()
                .satisfies(
                        message -> assertThat(message.propertyText("type")).contains("greeting"));
    }
}
