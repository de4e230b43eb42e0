package dev.signalbox.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.core.demo.DemoBroker;
import dev.signalbox.core.demo.DemoState.Traffic;
import dev.signalbox.core.metrics.Derived;
import dev.signalbox.core.metrics.Derived.GroupTrend;
import dev.signalbox.core.metrics.Derived.Verdict;
import dev.signalbox.core.model.ConsumerGroup;
import dev.signalbox.core.model.Destination;
import dev.signalbox.core.model.DestinationKind;
import dev.signalbox.core.model.GlobalTransaction;
import dev.signalbox.core.model.GroupState;
import dev.signalbox.core.model.GroupType;
import dev.signalbox.core.model.Reading;
import dev.signalbox.core.model.ServerInfo;
import dev.signalbox.core.model.Snapshot;
import dev.signalbox.core.model.TransactionStatus;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.profile.Access;
import dev.signalbox.core.profile.Environment;
import dev.signalbox.core.profile.Profile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class DemoSummaryTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final Observations observations =
            new Observations(Clock.fixed(NOW, ZoneOffset.UTC), DemoBroker.KAFKA, System.nanoTime());

    @Test
    void whenAllWasSeenNothingIsMissing() {
        see(state(5, 1, 40, Verdict.WARN, 60));
        DemoSummary summary = see(state(9, 1, 40, Verdict.WARN, 60));

        assertThat(summary.missing()).isEmpty();
        JsonNode json = summary.json(NOW);
        assertThat(json.at("/ordersPlaced").asInt()).isEqualTo(20);
        assertThat(json.at("/ordersCompleted").asInt()).isEqualTo(15);
        assertThat(json.at("/topics/0/name").asText()).isEqualTo("orders");
        assertThat(json.at("/topics/0/messages").asInt()).isEqualTo(9);
        assertThat(json.at("/topics/0/ratePerSecond").asDouble()).isEqualTo(2.5);
        assertThat(json.at("/deadLetters/0/destination").asText()).isEqualTo("orders-dlt");
        assertThat(json.at("/groups/0/lag").asInt()).isEqualTo(40);
        assertThat(json.at("/groups/0/verdict").asText()).isEqualTo("WARN");
        assertThat(json.at("/transactions/0/ageSeconds").asInt()).isEqualTo(60);
        assertThat(json.at("/throughput").asDouble()).isEqualTo(3.5);
        assertThat(json.at("/firstDataMillis").isNumber()).isTrue();
    }

    @Test
    void whatWasSeenOnceCountsThoughItIsGoneAtTheEnd() {
        see(state(5, 1, 40, Verdict.STALLED, 60));

        assertThat(see(state(9, 0, 0, Verdict.OK, 0)).missing()).isEmpty();
    }

    @Test
    void eachThingThatWasNotSeenIsNamed() {
        assertThat(see(state(5, 1, 40, Verdict.WARN, 60)).missing()).containsExactly("orders");
        DemoSummaryTest other = new DemoSummaryTest();
        other.see(state(5, 0, 0, Verdict.OK, 1));
        assertThat(other.see(state(9, 0, 40, Verdict.OK, 1)).missing())
                .containsExactly("deadLetter", "laggingGroup", "inFlightTransaction");
    }

    @Test
    void figuresThatAreUnknownAtTheEndAreNull() {
        OptionalLong unknown = OptionalLong.empty();
        DemoSummary summary =
                new DemoSummary(
                        List.of(),
                        observations,
                        new Traffic(4, unknown, unknown, unknown, unknown));

        assertThat(summary.missing()).contains("orders");
        assertThat(summary.json(NOW).at("/ordersPlaced").isNull()).isTrue();
        assertThat(summary.json(NOW).at("/ordersCompleted").isNull()).isTrue();
    }

    @Test
    void withoutAnyDataNothingIsClaimed() {
        DemoSummary summary = new DemoSummary(List.of(), observations, traffic(0, 0));

        assertThat(summary.missing()).hasSize(4);
        assertThat(summary.json(NOW).at("/throughput").isNull()).isTrue();
        assertThat(summary.json(NOW).at("/firstDataMillis").isNull()).isTrue();
    }

    @Test
    void aQueueThatGetsFullerLagsAndOneThatOnlyHoldsSomethingDoesNot() {
        Observations queues =
                new Observations(
                        Clock.fixed(NOW, ZoneOffset.UTC), DemoBroker.RABBITMQ, System.nanoTime());
        for (long depth : new long[] {500, 510, 519}) {
            queues.add(List.of(state(List.of(), GroupType.QUEUE, depth, Verdict.UNKNOWN, 0)));
            assertThat(queues.laggingGroupSeen()).isFalse();
        }

        queues.add(List.of(state(List.of(), GroupType.QUEUE, 520, Verdict.UNKNOWN, 0)));

        assertThat(queues.laggingGroupSeen()).isTrue();
    }

    @Test
    void onRabbitMqOrdersFlowWhenTheLastQueueGetsFuller() {
        Observations queues =
                new Observations(
                        Clock.fixed(NOW, ZoneOffset.UTC), DemoBroker.RABBITMQ, System.nanoTime());
        for (long depth : new long[] {0, 3, 3}) {
            queues.add(List.of(recommendations(depth)));
            assertThat(queues.ordersFlowed()).isFalse();
        }

        queues.add(List.of(recommendations(4)));

        assertThat(queues.ordersFlowed()).isTrue();
        assertThat(queues.firstData()).isPresent();
    }

    private static ConnectionState recommendations(long depth) {
        return state(
                List.of(destination("recommendations", depth, Optional.empty())),
                GroupType.QUEUE,
                depth,
                Verdict.UNKNOWN,
                0);
    }

    private static Traffic traffic(long placed, long completed) {
        return new Traffic(
                4,
                OptionalLong.of(placed),
                OptionalLong.of(completed),
                OptionalLong.of(2),
                OptionalLong.of(1));
    }

    private DemoSummary see(ConnectionState state) {
        observations.add(List.of(state));
        return new DemoSummary(List.of(state), observations, traffic(20, 15));
    }

    private static ConnectionState state(
            long orders, long letters, long lag, Verdict verdict, long ageSeconds) {
        return state(
                List.of(
                        destination("orders", orders, Optional.empty()),
                        destination("orders-dlt", letters, Optional.of("orders"))),
                GroupType.CONSUMER,
                lag,
                verdict,
                ageSeconds);
    }

    private static ConnectionState state(
            List<Destination> destinations,
            GroupType type,
            long lag,
            Verdict verdict,
            long ageSeconds) {
        Snapshot snapshot =
                new Snapshot(
                        NOW,
                        Duration.ZERO,
                        new ServerInfo("Fake", "1", "c", List.of()),
                        destinations,
                        List.of(group(type, lag)),
                        List.of(transaction(ageSeconds)),
                        Map.of(),
                        List.of());
        Derived derived =
                new Derived(
                        Map.of("orders", 2.5),
                        Map.of(),
                        Map.of("recommendation", trend(verdict)),
                        OptionalDouble.of(3.5),
                        OptionalDouble.empty(),
                        Optional.empty(),
                        OptionalDouble.empty());
        Profile profile =
                new Profile("p", "P", "fake", Environment.TEST, Access.READ_WRITE, Map.of());
        return new ConnectionState(
                profile,
                ConnectionState.Phase.LIVE,
                Optional.of(snapshot),
                derived,
                Optional.empty(),
                Optional.of(NOW));
    }

    private static GroupTrend trend(Verdict verdict) {
        return new GroupTrend(
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                verdict,
                OptionalDouble.empty());
    }

    private static Destination destination(String name, long messages, Optional<String> of) {
        return new Destination(
                name,
                DestinationKind.TOPIC,
                false,
                List.of(),
                Reading.of(messages),
                Reading.unknown(""),
                of,
                Optional.empty(),
                Optional.empty());
    }

    private static ConsumerGroup group(GroupType type, long lag) {
        return new ConsumerGroup(
                "recommendation",
                type,
                GroupState.STABLE,
                List.of(
                        new ConsumerGroup.Position(
                                "recommendations",
                                0,
                                Reading.of(0),
                                Reading.of(lag),
                                Reading.of(lag))));
    }

    private static GlobalTransaction transaction(long ageSeconds) {
        return new GlobalTransaction(
                "x",
                "create-order",
                "order",
                "g",
                TransactionStatus.BEGIN,
                Optional.of(NOW.minusSeconds(ageSeconds)),
                Duration.ofMinutes(15),
                List.of(),
                Optional.empty());
    }
}
