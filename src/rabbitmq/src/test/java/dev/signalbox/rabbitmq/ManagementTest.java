package dev.signalbox.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import dev.signalbox.core.model.Destination;
import dev.signalbox.core.model.QueueFigures;
import dev.signalbox.core.model.Reading;
import dev.signalbox.core.model.Snapshot;
import dev.signalbox.core.port.Connector;
import dev.signalbox.core.port.Details.ServerDetails;
import dev.signalbox.core.port.Details.Sheet;
import dev.signalbox.core.port.Subject;
import dev.signalbox.core.problem.ConnectorException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What the management API tells beside the counts, on a real node.
class ManagementTest {
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

    @Test
    void ratesBytesAndTheAgeOfTheHeadComeFromTheStatistics() throws Exception {
        Instant published = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.SECONDS);
        String queue = rabbit.queue("classic", Map.of("x-max-length", 2));
        BasicProperties stamped =
                new BasicProperties.Builder().timestamp(Date.from(published)).build();
        Server server =
                Server.of(
                        RabbitSettings.of(rabbit.profile().settings()),
                        Clock.systemUTC(),
                        Server.Batch.USUAL);
        try {
            StatisticsReader statistics =
                    new StatisticsReader(server.api(), server.names(), server.clock());
            Topology topology = server.topologies().read().topology();
            await().atMost(RabbitFixture.LIMIT)
                    .untilAsserted(
                            () -> {
                                // Moves as long as it is looked at: a rate is of the last moments.
                                rabbit.send("", queue, stamped, new byte[50]);
                                statistics.read();
                                Statistics told = statistics.of(new QueueKey("/", queue), topology);
                                assertThat(told.rates().in().orElse(0)).isPositive();
                                assertThat(told.rates().acknowledged()).hasValue(0);
                                assertThat(told.bytes()).isEqualTo(Reading.of(100));
                                assertThat(told.oldest()).contains(published);
                            });
            assertThat(statistics.gaps()).isEmpty();
        } finally {
            server.close();
        }
        try (Connector connector = connect(Map.of())) {
            Snapshot snapshot = connector.poll();
            assertThat(find(snapshot, queue).bytes()).isEqualTo(Reading.of(100));
            assertThat(figures(snapshot, queue).oldest()).contains(published);
        }
    }

    /// As `management.disable_stats` makes it.
    @Test
    void statisticsThatAreTurnedOffAreToldAsThatAndNeverAsNothing() {
        Topology off = new Topology("c", "4.3.6", "n", 1, false, Map.of(), DeadLetterRoutes.NONE);
        StatisticsReader statistics =
                new StatisticsReader(
                        new ManagementApi(settings()),
                        new Names("/", List.of()),
                        Clock.systemUTC());

        assertThat(statistics.isDue(off)).isFalse();
        Statistics told = statistics.of(new QueueKey("/", "q"), off);
        assertThat(told.rates().in()).isEmpty();
        assertThat(told.rates().unknown()).isEqualTo("rates disabled on the server");
        assertThat(told.bytes()).isEqualTo(Reading.unknown("rates disabled on the server"));
    }

    private RabbitSettings settings() {
        try {
            return RabbitSettings.of(rabbit.profile().settings());
        } catch (ConnectorException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theServerShowsItsNodesExchangesBindingsConnectionsAndConsumers() throws Exception {
        String exchange = RabbitFixture.unique("events");
        rabbit.channel().exchangeDeclare(exchange, BuiltinExchangeType.TOPIC);
        String queue = rabbit.queue("classic", Map.of());
        rabbit.channel().queueBind(queue, exchange, "order.#");
        Channel channel = rabbit.connection().createChannel();
        channel.basicQos(7);
        channel.basicConsume(queue, true, (_, _) -> {}, _ -> {});
        try (Connector connector = connect(Map.of())) {
            await().atMost(RabbitFixture.LIMIT)
                    .untilAsserted(
                            () -> {
                                List<Sheet> sheets =
                                        ((ServerDetails) connector.inspect(new Subject.OfServer()))
                                                .sheets();
                                assertThat(sheets).noneMatch(each -> each.missing().isPresent());
                                assertThat(cells(sheets, "Nodes"))
                                        .anySatisfy(
                                                row ->
                                                        assertThat(row)
                                                                .contains(
                                                                        "shared@localhost",
                                                                        "running"));
                                assertThat(cells(sheets, "Virtual hosts"))
                                        .anyMatch(row -> row.contains("/"));
                                assertThat(cells(sheets, "Exchanges"))
                                        .anyMatch(
                                                row -> row.containsAll(List.of(exchange, "topic")));
                                assertThat(cells(sheets, "Bindings"))
                                        .anyMatch(
                                                row ->
                                                        row.containsAll(
                                                                List.of(
                                                                        exchange, "order.#",
                                                                        queue)));
                                assertThat(cells(sheets, "Consumers"))
                                        .anyMatch(
                                                row ->
                                                        row.containsAll(
                                                                List.of(queue, "automatically")));
                                assertThat(cells(sheets, "Connections"))
                                        .anyMatch(row -> row.getFirst().startsWith("test ("));
                            });
        } finally {
            channel.abort();
        }
    }

    private static List<List<String>> cells(List<Sheet> sheets, String title) {
        return sheets.stream()
                .filter(sheet -> sheet.title().equals(title))
                .findFirst()
                .orElseThrow()
                .rows();
    }
}
