package dev.signalbox.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.core.metrics.Derived.GroupTrend;
import dev.signalbox.core.metrics.SeriesKey.Kind;
import dev.signalbox.core.model.GroupState;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GroupTrendTest {
    private final Scene scene = new Scene();
    private final Scene.Topic orders = scene.topic("orders").produce(100);
    private final Scene.Group payment = scene.group("payment", "orders").read("orders", 0, 100);

    private static GroupTrend payment(Derived derived) {
        return Scene.trend(derived, "payment");
    }

    private void flow(long messages) {
        orders.produce(messages);
        payment.read("orders", 0, orders.end[0]);
    }

    @Test
    void theConsumeRateIsWhatTheCommittedOffsetsPass() {
        scene.poll();
        flow(20);

        assertThat(payment(scene.poll()).consumeRate()).hasValue(10.0);
        assertThat(scene.history(Kind.CONSUME_RATE, "payment")).containsExactly(10.0);
        assertThat(scene.history(Kind.LAG, "payment")).containsExactly(0.0, 0.0);
    }

    @Test
    void anOffsetThatIsSetBackIsNoNegativeRate() {
        scene.poll();
        payment.read("orders", 0, 0);
        assertThat(payment(scene.poll()).consumeRate()).hasValue(0.0);
        payment.read("orders", 0, 40);
        assertThat(payment(scene.poll()).consumeRate()).hasValue(10.0);
    }

    @Test
    void anOffsetThatMovesWithoutMembersWasPerhapsSet() {
        payment.state = GroupState.EMPTY;
        payment.read("orders", 0, 0);
        scene.polls(3, () -> {});
        payment.read("orders", 0, 100);
        Derived derived = scene.poll();

        assertThat(payment(derived).consumeRate()).isEmpty();
        assertThat(derived.throughput()).hasValue(0.0);
        assertThat(derived.latency()).isEmpty();
    }

    @Test
    void aGroupThatStopsHasReadWhatItCommittedLast() {
        scene.poll();
        flow(20);
        payment.state = GroupState.EMPTY;

        assertThat(payment(scene.poll()).consumeRate()).hasValue(10.0);
        assertThat(payment(scene.polls(5, () -> {})).consumeRate()).hasValue(0.0);
    }

    @Test
    void whatWasPurgedBeforeItWasReadIsNotRead() {
        payment.read("orders", 0, 0);
        scene.poll();
        orders.start[0] = 90;
        payment.read("orders", 0, 100);

        assertThat(payment(scene.poll()).consumeRate()).hasValue(5.0);
    }

    @Test
    void aTopicThatCannotBeSeenStillCounts() {
        orders.hidden = true;
        orders.produce(10);
        scene.poll();
        payment.read("orders", 0, 104);
        GroupTrend trend = payment(scene.poll());

        assertThat(trend.consumeRate()).hasValue(2.0);
        assertThat(trend.lagTime()).isEmpty();
    }

    @Test
    void theLagTimeIsHowLongAgoTheOldestUnreadMessageCame() {
        scene.poll();
        orders.produce(1);
        scene.polls(4, () -> {});
        orders.produce(7);

        assertThat(payment(scene.poll()).lagTime()).contains(Duration.ofSeconds(8));
        payment.read("orders", 0, 101);
        assertThat(payment(scene.poll()).lagTime()).contains(Duration.ofSeconds(2));
        payment.read("orders", 0, 108);
        assertThat(payment(scene.poll()).lagTime()).contains(Duration.ZERO);
    }

    @Test
    void theLagTimeOfABacklogOlderThanTheWatchIsUnknown() {
        payment.read("orders", 0, 50);
        assertThat(payment(scene.polls(5, () -> orders.produce(1))).lagTime()).isEmpty();
        payment.read("orders", 0, 101);
        assertThat(payment(scene.poll()).lagTime()).contains(Duration.ofSeconds(8));
    }

    @Test
    void theLagTimeIsThatOfTheWorstPartition() {
        Scene.Topic wide = new Scene.Topic(2);
        scene.topics.put("wide", wide);
        Scene.Group group = scene.group("g", "wide");
        scene.poll();
        wide.end[0] = 1;
        scene.polls(2, () -> {});
        wide.end[1] = 1;

        assertThat(Scene.trend(scene.poll(), "g").lagTime()).contains(Duration.ofSeconds(4));
        group.read("wide", 0, 1);
        assertThat(Scene.trend(scene.poll(), "g").lagTime()).contains(Duration.ofSeconds(2));
    }

    @Test
    void purgedMessagesAreNotTheOldestUnread() {
        scene.poll();
        orders.produce(10);
        scene.polls(3, () -> {});
        orders.produce(10);
        scene.poll();
        orders.start[0] = 115;

        assertThat(payment(scene.poll()).lagTime()).contains(Duration.ofSeconds(2));
    }

    @Test
    void theLagTimeOutlivesAnOutage() {
        scene.poll();
        orders.produce(1);
        scene.poll();

        assertThat(payment(scene.pollAfter(Duration.ofMinutes(5))).lagTime())
                .contains(Duration.ofMinutes(5));
    }

    @Test
    void withAnUnknownLagNothingIsSaidOfIt() {
        scene.polls(12, () -> flow(1));
        orders.endUnknown = true;
        GroupTrend trend = payment(scene.poll());

        assertThat(trend.lagTime()).isEmpty();
        assertThat(trend.timeToDrain()).isEmpty();
        assertThat(trend.verdict()).isEqualTo(Derived.Verdict.UNKNOWN);
        assertThat(scene.history(Kind.LAG, "payment")).hasSize(12);
    }

    @Test
    void theTimeToDrainIsTheLagAtTheRateItShrinks() {
        orders.produce(1000);
        scene.poll();
        GroupTrend trend =
                payment(
                        scene.polls(
                                10,
                                () -> {
                                    orders.produce(10);
                                    payment.read("orders", 0, payment.of("orders")[0] + 30);
                                }));

        // 1000 have become 800 in 20 s: 10 a second.
        assertThat(trend.timeToDrain()).contains(Duration.ofSeconds(80));
    }

    @Test
    void aLagThatGrowsHasNoTimeToDrain() {
        assertThat(payment(scene.polls(12, () -> orders.produce(5))).timeToDrain()).isEmpty();
    }

    @Test
    void noLagIsDrained() {
        assertThat(payment(scene.poll()).timeToDrain()).contains(Duration.ZERO);
    }

    @Test
    void aGroupIsAvailableWhileItHasMembers() {
        scene.polls(3, () -> {});
        payment.state = GroupState.EMPTY;
        assertThat(payment(scene.polls(2, () -> {})).availability()).hasValue(5.0 / 8);
    }

    @Test
    void aGroupIsNotSaidToBeThereWhileNobodyLooks() {
        scene.polls(3, () -> {});
        scene.missed();
        scene.missed();
        payment.state = GroupState.EMPTY;
        scene.poll();

        assertThat(payment(scene.poll()).availability()).hasValue(4.0 / 6);
    }

    @Test
    void aPartitionWithoutCommittedOffsetIsLeftOut() {
        scene.group("idle");
        GroupTrend trend = Scene.trend(scene.polls(12, () -> {}), "idle");

        assertThat(trend.verdict()).isEqualTo(Derived.Verdict.UNKNOWN);
        assertThat(trend.lagTime()).isEmpty();
    }
}
