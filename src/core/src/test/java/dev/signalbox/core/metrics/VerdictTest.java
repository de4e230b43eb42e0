package dev.signalbox.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.core.metrics.Derived.Verdict;
import dev.signalbox.core.model.GroupState;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private final Scene scene = new Scene();
    private final Scene.Topic orders = new Scene.Topic(2);
    private final Scene.Group group;

    VerdictTest() {
        scene.topics.put("orders", orders);
        group = scene.group("payment", "orders");
    }

    private Verdict after(int polls, Runnable before) {
        return verdict(scene.polls(polls, before));
    }

    private static Verdict verdict(Derived derived) {
        return Scene.trend(derived, "payment").verdict();
    }

    private void produce(int partition, long messages) {
        orders.end[partition] += messages;
    }

    private void read(int partition, long messages) {
        long[] committed = group.of("orders");
        group.read(
                "orders",
                partition,
                Math.min(orders.end[partition], committed[partition] + messages));
    }

    @Test
    void itIsUnknownUntilEnoughWasSeen() {
        assertThat(after(10, () -> {})).isEqualTo(Verdict.UNKNOWN);
        assertThat(after(1, () -> {})).isEqualTo(Verdict.OK);
    }

    @Test
    void manyPollsInAMomentAreNotEnough() {
        for (int i = 0; i < 30; i++) {
            scene.pollAfter(Duration.ofMillis(100));
        }
        assertThat(verdict(scene.pollAfter(Duration.ofMillis(100)))).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void fewPollsFarApartAreNotEnough() {
        produce(0, 5);
        for (int i = 0; i < 9; i++) {
            assertThat(verdict(scene.pollAfter(Duration.ofSeconds(10)))).isEqualTo(Verdict.UNKNOWN);
        }
        assertThat(verdict(scene.pollAfter(Duration.ofSeconds(10)))).isEqualTo(Verdict.STALLED);
    }

    @Test
    void aGroupThatKeepsUpIsOk() {
        assertThat(
                        after(
                                20,
                                () -> {
                                    produce(0, 5);
                                    read(0, 5);
                                }))
                .isEqualTo(Verdict.OK);
    }

    @Test
    void aStalledGroupIsTold() {
        after(
                12,
                () -> {
                    produce(0, 5);
                    read(0, 5);
                });
        produce(0, 1);
        assertThat(after(10, () -> {})).isEqualTo(Verdict.OK);
        assertThat(after(1, () -> {})).isEqualTo(Verdict.STALLED);
    }

    @Test
    void aGroupWithoutMembersThatLeavesMessagesLyingIsStalled() {
        group.state = GroupState.EMPTY;
        assertThat(after(12, () -> produce(1, 3))).isEqualTo(Verdict.STALLED);
    }

    @Test
    void aGroupIsOkAgainAsSoonAsItMoves() {
        produce(0, 100);
        assertThat(after(12, () -> {})).isEqualTo(Verdict.STALLED);
        assertThat(after(1, () -> read(0, 10))).isEqualTo(Verdict.OK);
    }

    @Test
    void aGroupThatReadsLessThanComesIsWarnedOf() {
        assertThat(
                        after(
                                12,
                                () -> {
                                    produce(0, 10);
                                    read(0, 4);
                                }))
                .isEqualTo(Verdict.WARN);
    }

    @Test
    void aFewMessagesThatHappenToBeUnreadAreNoWarning() {
        after(12, () -> {});
        produce(0, 3);
        assertThat(after(1, () -> {})).isEqualTo(Verdict.OK);
    }

    @Test
    void aLagThatShrinksNowAndThenIsOk() {
        produce(0, 100);
        int[] poll = {0};
        assertThat(
                        after(
                                12,
                                () -> {
                                    produce(0, 10);
                                    read(0, poll[0]++ % 4 == 3 ? 25 : 2);
                                }))
                .isEqualTo(Verdict.OK);
    }

    @Test
    void aStalledGroupWhoseTopicIsMadeAnewIsOk() {
        produce(0, 100);
        assertThat(after(12, () -> {})).isEqualTo(Verdict.STALLED);
        orders.end[0] = 0;
        assertThat(after(1, () -> {})).isEqualTo(Verdict.OK);
    }

    @Test
    void aGroupThatStoodStillForHoursIsNotWaitedForSoLongAgain() {
        produce(0, 1_000_000);
        after(1800, () -> {});
        read(0, 1);
        assertThat(after(299, () -> {})).isEqualTo(Verdict.OK);
        assertThat(after(2, () -> {})).isEqualTo(Verdict.STALLED);
    }

    @Test
    void aGroupThatCatchesUpIsOk() {
        produce(0, 10_000);
        assertThat(
                        after(
                                12,
                                () -> {
                                    produce(0, 4);
                                    read(0, 10);
                                }))
                .isEqualTo(Verdict.OK);
    }

    @Test
    void aLagThatStaysTheSameIsOk() {
        produce(0, 500);
        assertThat(
                        after(
                                12,
                                () -> {
                                    produce(0, 10);
                                    read(0, 10);
                                }))
                .isEqualTo(Verdict.OK);
    }

    @Test
    void aPartitionThatStandsStillWhileOthersMoveIsWarnedOf() {
        produce(1, 50);
        assertThat(
                        after(
                                12,
                                () -> {
                                    produce(0, 5);
                                    read(0, 5);
                                }))
                .isEqualTo(Verdict.WARN);
    }

    @Test
    void aGroupThatCommitsSeldomIsNotStalledBetweenItsCommits() {
        // One commit every 30 s: the first pause is longer than is known of it, the next are not.
        produce(0, 1_000_000);
        Runnable period =
                () -> {
                    for (int poll = 0; poll < 14; poll++) {
                        produce(0, 1);
                        Verdict verdict = verdict(scene.poll());
                        assertThat(verdict).isNotEqualTo(Verdict.STALLED);
                    }
                    read(0, 500);
                    scene.poll();
                };
        after(15, () -> {});
        read(0, 500);
        scene.poll();
        for (int i = 0; i < 4; i++) {
            period.run();
        }
        assertThat(after(32, () -> {})).isEqualTo(Verdict.STALLED);
    }

    @Test
    void afterALongGapItIsUnknownAgain() {
        produce(0, 100);
        assertThat(after(12, () -> {})).isEqualTo(Verdict.STALLED);
        assertThat(verdict(scene.pollAfter(Duration.ofMinutes(5)))).isEqualTo(Verdict.UNKNOWN);
        assertThat(after(10, () -> {})).isEqualTo(Verdict.STALLED);
    }
}
