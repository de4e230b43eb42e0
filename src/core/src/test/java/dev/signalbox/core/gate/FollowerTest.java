package dev.signalbox.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.core.model.ConsumerGroup;
import dev.signalbox.core.model.ConsumerGroup.Position;
import dev.signalbox.core.model.Destination;
import dev.signalbox.core.model.DestinationKind;
import dev.signalbox.core.model.GroupState;
import dev.signalbox.core.model.GroupType;
import dev.signalbox.core.model.Reading;
import dev.signalbox.core.model.ServerInfo;
import dev.signalbox.core.model.Snapshot;
import dev.signalbox.core.port.Landing;
import dev.signalbox.core.port.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FollowerTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private long now;
    private final ShelfBroker broker = new ShelfBroker(new SteppingClock());
    private final Plan plan = broker.plan(GateFixture.replay(false));

    @Test
    void theSlowestGroupThatHasMembersSaysHowManyWereConsumed() throws Exception {
        Follower follower = sent(new Landing("shop", 0, 100, 110, 10));
        Snapshot seen =
                snapshot(
                        List.of(topic("shop")),
                        List.of(
                                group("fast", GroupState.STABLE, 500),
                                group("slow", GroupState.STABLE, 104),
                                group("gone", GroupState.EMPTY, 0)));

        assertThat(follower.look(broker, seen).consumed()).isEqualTo(Reading.of(4));
    }

    @Test
    void amongMessagesOfOthersOnlyWhatIsCertainCounts() throws Exception {
        Follower follower = sent(new Landing("shop", 0, 100, 200, 10));

        assertThat(consumed(follower, 199)).isEqualTo(Reading.of(0));
        assertThat(consumed(follower, 200)).isEqualTo(Reading.of(10));
    }

    @Test
    void whereNobodyReadsNobodyKnows() throws Exception {
        Follower follower = sent(new Landing("shop", 0, 100, 110, 10));
        Snapshot seen = snapshot(List.of(topic("shop")), List.of());

        assertThat(follower.look(broker, seen).consumed()).isInstanceOf(Reading.Unknown.class);
        assertThat(follower.look(broker, seen).isComplete()).isFalse();
    }

    @Test
    void lettersWithoutAPlaceCannotBeFollowed() throws Exception {
        Follower follower = sent(new Landing("shop", 0, 100, 110, 10));
        follower.sent(1);

        assertThat(consumed(follower, 500)).isInstanceOf(Reading.Unknown.class);
    }

    @Test
    void aQueueIsKnownByItsCountsOnly() throws Exception {
        Follower follower = new Follower(plan, Optional.of(queues(0, 30)), () -> now);
        follower.landed(List.of(Landing.inQueue("shop", 10)));
        follower.sent(10);

        Aftermath waiting = follower.look(broker, queues(4, 20));
        assertThat(waiting.consumed()).isInstanceOf(Reading.Unknown.class);
        assertThat(follower.look(broker, queues(0, 20)).consumed())
                .as("the count may be old")
                .isInstanceOf(Reading.Unknown.class);
        now += Follower.STAYS_EMPTY.toNanos();
        Aftermath drained = follower.look(broker, queues(0, 20));
        assertThat(drained.consumed()).isEqualTo(Reading.of(10));
        assertThat(drained.diedAgain())
                .isInstanceOfSatisfying(
                        Reading.Estimate.class, zero -> assertThat(zero.amount()).isZero());
        assertThat(drained.isComplete()).isTrue();
        Aftermath grown = follower.look(broker, queues(0, 23));
        assertThat(grown.diedAgain())
                .isInstanceOfSatisfying(
                        Reading.Unknown.class, why -> assertThat(why.reason()).contains("3"));
    }

    private Follower sent(Landing landing) {
        Follower follower = new Follower(plan, Optional.empty(), () -> now);
        follower.landed(List.of(landing));
        follower.sent(landing.count());
        return follower;
    }

    private Reading consumed(Follower follower, long committed) throws Exception {
        return follower.look(
                        broker,
                        snapshot(
                                List.of(topic("shop")),
                                List.of(group("only", GroupState.STABLE, committed))))
                .consumed();
    }

    private static Snapshot queues(long target, long deadLetters) {
        return snapshot(
                List.of(
                        destination("shop", DestinationKind.QUEUE, target),
                        destination("orders", DestinationKind.QUEUE, deadLetters)),
                List.of());
    }

    private static Destination topic(String name) {
        return destination(name, DestinationKind.TOPIC, 0);
    }

    private static Destination destination(String name, DestinationKind kind, long retained) {
        return new Destination(
                name,
                kind,
                false,
                List.of(),
                Reading.of(retained),
                Reading.of(0),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static ConsumerGroup group(String id, GroupState state, long committed) {
        return new ConsumerGroup(
                id,
                GroupType.CONSUMER,
                state,
                List.of(
                        new Position(
                                "shop",
                                0,
                                Reading.of(committed),
                                Reading.of(500),
                                Reading.of(500 - committed))));
    }

    private static Snapshot snapshot(List<Destination> destinations, List<ConsumerGroup> groups) {
        return new Snapshot(
                NOW,
                Duration.ZERO,
                new ServerInfo("Shelf", "1", "cluster-1", List.of()),
                destinations,
                groups,
                List.of(),
                Map.of(),
                List.of());
    }
}
