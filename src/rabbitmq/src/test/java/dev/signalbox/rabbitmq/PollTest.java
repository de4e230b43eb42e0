package dev.signalbox.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import dev.signalbox.core.model.ConsumerGroup;
import dev.signalbox.core.model.Destination;
import dev.signalbox.core.model.DestinationKind;
import dev.signalbox.core.model.GroupState;
import dev.signalbox.core.model.QueueFigures;
import dev.signalbox.core.model.QueueFigures.DeadLettering;
import dev.signalbox.core.model.Reading;
import dev.signalbox.core.model.Snapshot;
import dev.signalbox.core.port.Connector;
import dev.signalbox.core.port.Details.DestinationDetails;
import dev.signalbox.core.port.Details.GroupDetails;
import dev.signalbox.core.port.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The picture, on a real node.
class PollTest {
    /// The management API tells 500 queues a page.
    private static final int MORE_THAN_A_PAGE = 501;

    private final RabbitFixture rabbit = new RabbitFixture(RabbitNode.shared());

    @AfterEach
    void closeFixture() {
        rabbit.close();
    }

    private Connector connect(Map<String, String> settings) throws Exception {
        return new RabbitConnectorProvider().connect(rabbit.profile(settings));
    }

    private static Destination find(Snapshot snapshot, String name) {
        return snapshot.destinations().stream()
                .filter(destination -> destination.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name));
    }

    private static QueueFigures figures(Snapshot snapshot, String name) {
        return find(snapshot, name).queue().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "off"})
    void readyAndUnacknowledgedAreToldApartAndThatAQueueIsFull(String prometheus) throws Exception {
        String queue =
                rabbit.queue("classic", Map.of("x-max-length", 2, "x-overflow", "reject-publish"));
        rabbit.sendNumbers(queue, 0, 1);
        Channel consumer = rabbit.connection().createChannel();
        consumer.basicGet(queue, false);
        rabbit.sendNumbers(queue, 1, 2);
        try (Connector connector =
                connect(prometheus.isEmpty() ? Map.of() : Map.of("prometheus", prometheus))) {
            await().atMost(RabbitFixture.LIMIT)
                    .untilAsserted(
                            () -> {
                                QueueFigures figures = figures(connector.poll(), queue);
                                assertThat(figures.ready()).isEqualTo(Reading.of(2));
                                assertThat(figures.unacknowledged()).isEqualTo(Reading.of(1));
                                assertThat(figures.full()).contains("full: refuses publishers");
                            });
        } finally {
            consumer.abort();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "off"})
    void queuesOfEachTypeTellHowFullTheyAre(String prometheus) throws Exception {
        String classic = rabbit.queue("classic", Map.of());
        String quorum = rabbit.queue("quorum", Map.of());
        String stream = rabbit.queue("stream", Map.of());
        rabbit.sendNumbers(classic, 0, 3);
        rabbit.sendNumbers(quorum, 0, 4);
        rabbit.sendNumbers(stream, 0, 5);

        try (Connector connector =
                connect(prometheus.isEmpty() ? Map.of() : Map.of("prometheus", prometheus))) {
            await().atMost(RabbitFixture.LIMIT)
                    .untilAsserted(
                            () -> {
                                Snapshot snapshot = connector.poll();
                                assertThat(find(snapshot, classic).retained())
                                        .isEqualTo(Reading.of(3));
                                assertThat(find(snapshot, quorum).retained())
                                        .isEqualTo(Reading.of(4));
                                assertThat(find(snapshot, stream).retained())
                                        .isEqualTo(Reading.of(5));
                                assertThat(find(snapshot, classic).kind())
                                        .isEqualTo(DestinationKind.QUEUE);
                                assertThat(find(snapshot, stream).kind())
                                        .isEqualTo(DestinationKind.STREAM);
                                assertThat(snapshot.gaps()).isEmpty();
                            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "off"})
    void consumersOfAQueueAreAGroupAlsoAfterTheyLeft(String prometheus) throws Exception {
        String queue = rabbit.queue("classic", Map.of());
        try (Connector connector =
                connect(prometheus.isEmpty() ? Map.of() : Map.of("prometheus", prometheus))) {
            Channel channel = rabbit.connection().createChannel();
            channel.basicQos(7);
            channel.basicConsume(queue, false, (_, _) -> {}, _ -> {});
            await().atMost(RabbitFixture.LIMIT)
                    .untilAsserted(
                            () ->
                                    assertThat(group(connector.poll(), queue))
                                            .map(ConsumerGroup::state)
                                            .contains(GroupState.STABLE));
            await().atMost(RabbitFixture.LIMIT)
                    .untilAsserted(
                            () ->
                                    assertThat(connector.inspect(new Subject.OfGroup(queue)))
                                            .isInstanceOfSatisfying(
                                                    GroupDetails.class,
                                                    details ->
                                                            assertThat(details.members())
                                                                    .singleElement()
                                                                    .satisfies(
                                                                            member ->
                                                                                    assertThat(
                                                                                                    member
                                                                                                            .assignments())
                                                                                            .containsExactly(
                                                                                                    "acknowledges,"
                                                                                                        + " prefetch"
                                                                                                        + " 7"))));

            channel.close();

            await().atMost(RabbitFixture.LIMIT)
                    .untilAsserted(
                            () ->
                                    assertThat(group(connector.poll(), queue))
                                            .map(ConsumerGroup::state)
                                            .contains(GroupState.EMPTY));
        }
    }

    private static Optional<ConsumerGroup> group(Snapshot snapshot, String id) {
        return snapshot.groups().stream().filter(group -> group.id().equals(id)).findFirst();
    }

    @Test
    void deadLetterQueuesAreKnownByArgumentByPolicyAndByName() throws Exception {
        String exchange = RabbitFixture.unique("dlx");
        rabbit.channel().exchangeDeclare(exchange, BuiltinExchangeType.TOPIC);
        String letters = rabbit.queue("quorum", Map.of());
        rabbit.channel().queueBind(letters, exchange, "orders.#");
        String other = rabbit.queue("classic", Map.of());
        rabbit.channel().queueBind(other, exchange, "payments.#");
        String byArgument =
                rabbit.queue(
                        "classic",
                        Map.of(
                                "x-dead-letter-exchange",
                                exchange,
                                "x-dead-letter-routing-key",
                                "orders.dead"));
        String byPolicy = rabbit.queue("classic", Map.of());
        rabbit.api(
                "PUT",
                "/policies/%2F/" + byPolicy,
                """
                {"pattern":"^%s$","definition":{"dead-letter-exchange":"%s",
                 "dead-letter-routing-key":"payments.dead"}}
                """
                        .formatted(byPolicy, exchange));
        String plain = rabbit.queue("classic", Map.of());
        String named = rabbit.exactQueue(plain + ".dlq", "classic", Map.of());

        try (Connector connector = connect(Map.of())) {
            Snapshot snapshot = connector.poll();

            assertThat(find(snapshot, letters).deadLetterOf()).contains(byArgument);
            assertThat(find(snapshot, other).deadLetterOf()).contains(byPolicy);
            assertThat(find(snapshot, named).deadLetterOf()).contains(plain);
            assertThat(find(snapshot, byArgument).deadLetterOf()).isEmpty();
            assertThat(figures(snapshot, byArgument).deadLettering())
                    .contains(
                            new DeadLettering(
                                    exchange,
                                    Optional.of("orders.dead"),
                                    "argument of the queue",
                                    List.of(letters)));
            assertThat(figures(snapshot, byPolicy).deadLettering())
                    .contains(
                            new DeadLettering(
                                    exchange,
                                    Optional.of("payments.dead"),
                                    "policy " + byPolicy,
                                    List.of(other)));
            assertThat(figures(snapshot, letters).deadLettersFrom()).containsExactly(byArgument);
        }
    }

    @Test
    void aQueueWhoseMessagesWaitForAnotherAttemptHoldsNoDeadLetters() throws Exception {
        String work = RabbitFixture.unique("work");
        String wait = work + ".wait";
        rabbit.exactQueue(
                work,
                "classic",
                Map.of("x-dead-letter-exchange", "", "x-dead-letter-routing-key", wait));
        rabbit.exactQueue(
                wait,
                "classic",
                Map.of(
                        "x-dead-letter-exchange",
                        "",
                        "x-dead-letter-routing-key",
                        work,
                        "x-message-ttl",
                        60_000));

        try (Connector connector = connect(Map.of())) {
            Snapshot snapshot = connector.poll();

            assertThat(find(snapshot, wait).retryOf()).contains(work);
            assertThat(find(snapshot, wait).deadLetterOf()).isEmpty();
            assertThat(find(snapshot, work).deadLetterOf()).isEmpty();
        }
    }

    @Test
    void queuesOfMoreThanOnePageAreAllThere() throws Exception {
        String prefix = RabbitFixture.unique("many");
        for (int i = 0; i < MORE_THAN_A_PAGE; i++) {
            rabbit.channel().queueDeclareNoWait(prefix + i, false, false, true, Map.of());
        }
        rabbit.ready(prefix + (MORE_THAN_A_PAGE - 1));

        try (Connector connector = connect(Map.of("prometheus", "off"))) {
            await().atMost(RabbitFixture.LIMIT)
                    .untilAsserted(
                            () ->
                                    assertThat(connector.poll().destinations())
                                            .filteredOn(each -> each.name().startsWith(prefix))
                                            .hasSize(MORE_THAN_A_PAGE));
        } finally {
            for (int i = 0; i < MORE_THAN_A_PAGE; i++) {
                rabbit.channel().queueDeleteNoWait(prefix + i, false, false);
            }
        }
    }

    @Test
    void queuesOfOtherVhostsAreCalledByTheirFullName() throws Exception {
        rabbit.api("PUT", "/vhosts/billing", "{}");
        rabbit.api("PUT", "/permissions/billing/guest", ALL);
        rabbit.api("PUT", "/queues/billing/invoices", "{\"durable\":true}");

        try (Connector one = connect(Map.of());
                Connector both = connect(Map.of("vhosts", "billing"))) {
            assertThat(one.poll().destinations())
                    .noneMatch(each -> each.name().contains("invoices"));
            assertThat(both.poll().destinations())
                    .anyMatch(each -> each.name().equals("billing:invoices"));
        }
    }

    private static final String ALL = "{\"configure\":\".*\",\"write\":\".*\",\"read\":\".*\"}";

    @Test
    void aQueueTellsItsArgumentsAndItsPolicy() throws Exception {
        String queue = rabbit.queue("quorum", Map.of("x-delivery-limit", 5));
        rabbit.api(
                "PUT",
                "/policies/%2F/" + queue,
                "{\"pattern\":\"^" + queue + "$\",\"definition\":{\"max-length\":10}}");

        try (Connector connector = connect(Map.of())) {
            await().atMost(RabbitFixture.LIMIT)
                    .untilAsserted(
                            () ->
                                    assertThat(connector.inspect(new Subject.OfDestination(queue)))
                                            .isInstanceOfSatisfying(
                                                    DestinationDetails.class,
                                                    details ->
                                                            assertThat(details.settings())
                                                                    .containsEntry("type", "quorum")
                                                                    .containsEntry(
                                                                            "x-delivery-limit", "5")
                                                                    .containsEntry(
                                                                            "policy: max-length",
                                                                            "10")));
        }
    }
}
