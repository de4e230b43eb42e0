package dev.signalbox.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.core.metrics.SeriesKey.Kind;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TopicRatesTest {
    private final Scene scene = new Scene();
    private final Scene.Topic orders = scene.topic("orders").produce(1000);

    @Test
    void aRateIsUnknownBeforeTheSecondPoll() {
        assertThat(scene.poll().rates()).isEmpty();
        assertThat(scene.poll().rates()).containsEntry("orders", 0.0);
    }

    @Test
    void aRateIsTheProducedMessagesOverTheTimeBetween() {
        scene.poll();
        orders.produce(20);

        assertThat(scene.poll().rates()).containsEntry("orders", 10.0);
    }

    @Test
    void aRateForgetsWhatIsOlderThanItsWindow() {
        scene.poll();
        orders.produce(100);
        assertThat(scene.polls(5, () -> {}).rates()).containsEntry("orders", 10.0);
        assertThat(scene.poll().rates()).containsEntry("orders", 0.0);
    }

    @Test
    void aRecreatedTopicHasNoNegativeRate() {
        scene.poll();
        orders.end[0] = 3;
        assertThat(scene.poll().rates()).containsEntry("orders", 0.0);
        orders.produce(8);
        assertThat(scene.poll().rates()).containsEntry("orders", 2.0);
    }

    @Test
    void aPurgeChangesNoRate() {
        scene.poll();
        orders.start[0] = 1000;
        orders.produce(4);

        assertThat(scene.poll().rates()).containsEntry("orders", 2.0);
    }

    @Test
    void aPartitionWhoseEndIsUnknownMakesTheRateUnknown() {
        scene.poll();
        orders.endUnknown = true;
        assertThat(scene.poll().rates()).isEmpty();
        orders.endUnknown = false;
        orders.produce(5000);
        assertThat(scene.poll().rates()).isEmpty();
        orders.produce(2);
        assertThat(scene.poll().rates()).containsEntry("orders", 1.0);
    }

    @Test
    void aPartitionWithoutALeaderMissesNothing() {
        scene.poll();
        orders.endUnknown = true;
        orders.leaderless = true;

        assertThat(scene.poll().rates()).containsEntry("orders", 0.0);
    }

    @Test
    void aShortOutageIsAveraged() {
        scene.poll();
        orders.produce(200);

        assertThat(scene.pollAfter(Duration.ofSeconds(20)).rates()).containsEntry("orders", 10.0);
    }

    @Test
    void aLongGapBeginsAnew() {
        scene.polls(3, () -> orders.produce(2));
        orders.produce(100_000);
        assertThat(scene.pollAfter(Duration.ofMinutes(10)).rates()).isEmpty();
        orders.produce(2);
        assertThat(scene.poll().rates()).containsEntry("orders", 1.0);
    }

    @Test
    void aClockThatWasSetBackBeginsAnew() {
        scene.polls(3, () -> orders.produce(2));
        assertThat(scene.pollAfter(Duration.ofHours(-1)).rates()).isEmpty();
        orders.produce(2);
        assertThat(scene.poll().rates()).containsEntry("orders", 1.0);
    }

    @Test
    void twoPollsInOneMomentMakeNoRate() {
        scene.poll();
        orders.produce(1);

        assertThat(scene.pollAfter(Duration.ofMillis(1)).rates()).isEmpty();
    }

    @Test
    void aTopicThatAppearsBetweenPollsCountsFromItsFirstMessage() {
        scene.poll();
        scene.topic("new").produce(6);

        assertThat(scene.poll().rates()).containsEntry("new", 3.0);
    }

    @Test
    void aTopicThatWasOnlyHiddenIsNotTakenForNew() {
        scene.gaps.add(new Problem(ProblemKind.AUTHORIZATION, "some topics", ""));
        scene.poll();
        scene.topic("old").produce(1_000_000);
        scene.gaps.clear();
        assertThat(scene.poll().rates()).doesNotContainKey("old");
        assertThat(scene.poll().rates()).containsEntry("old", 0.0);
    }

    @Test
    void anOldTopicThatAppearsIsNotTakenForNew() {
        scene.poll();
        scene.topic("old").produce(1_000_000).start[0] = 5;

        assertThat(scene.poll().rates()).containsEntry("old", 0.0);
    }

    @Test
    void aTopicThatComesBackSoonGoesOn() {
        scene.poll();
        scene.topics.remove("orders");
        assertThat(scene.poll().rates()).isEmpty();
        scene.topics.put("orders", orders.produce(12));

        assertThat(scene.poll().rates()).containsEntry("orders", 3.0);
    }

    @Test
    void aTopicThatIsGoneForLongIsForgotten() {
        scene.poll();
        scene.topics.remove("orders");
        scene.gaps.add(new Problem(ProblemKind.TIMEOUT, "topics", ""));
        scene.polls(20, () -> {});
        scene.topics.put("orders", orders.produce(12));

        assertThat(scene.poll().rates()).isEmpty();
    }

    @Test
    void deadLettersAreCountedByTheMinute() {
        Scene.Topic dead = scene.topic("orders-dlt");
        dead.deadLetterOf = Optional.of("orders");
        scene.poll();
        dead.produce(2);
        assertThat(scene.polls(4, () -> {}).deadLetterRates()).isEmpty();
        assertThat(scene.poll().deadLetterRates()).containsEntry("orders-dlt", 12.0);
        assertThat(scene.polls(25, () -> {}).deadLetterRates()).containsEntry("orders-dlt", 2.0);
        assertThat(scene.poll().deadLetterRates())
                .containsEntry("orders-dlt", 0.0)
                .doesNotContainKey("orders");
    }

    @Test
    void theFirstLetterOfADeadLetterTopicMadeForItIsCounted() {
        scene.polls(3, () -> {});
        Scene.Topic dead = scene.topic("orders-dlt").produce(1);
        dead.deadLetterOf = Optional.of("orders");

        assertThat(scene.polls(5, () -> {}).deadLetterRates()).containsEntry("orders-dlt", 6.0);
    }

    @Test
    void everyPollIsWrittenIntoTheHistory() {
        Scene.Topic dead = scene.topic("orders-dlt").produce(4);
        dead.deadLetterOf = Optional.of("orders");
        scene.poll();
        orders.produce(20);
        dead.produce(2);
        scene.poll();

        assertThat(scene.history(Kind.DEPTH, "orders")).containsExactly(1000.0, 1020.0);
        assertThat(scene.history(Kind.IN_RATE, "orders")).containsExactly(10.0);
        assertThat(scene.history(Kind.TOTAL_IN_RATE, "")).containsExactly(11.0);
        assertThat(scene.history(Kind.DEAD_LETTERS, "")).containsExactly(4.0, 6.0);
    }

    @Test
    void whatIsInternalHasNoHistoryAndIsNotInTheTotal() {
        Scene.Topic offsets = scene.topic("__consumer_offsets");
        offsets.internal = true;
        scene.poll();
        offsets.produce(10);
        Derived derived = scene.poll();

        assertThat(derived.rates()).containsEntry("__consumer_offsets", 5.0);
        assertThat(scene.history(Kind.DEPTH, "__consumer_offsets")).isEmpty();
        assertThat(scene.history(Kind.IN_RATE, "__consumer_offsets")).isEmpty();
        assertThat(scene.history(Kind.TOTAL_IN_RATE, "")).containsExactly(0.0);
    }

    @Test
    void anUnknownNumberOfDeadLettersIsAGapNotZero() {
        Scene.Topic dead = scene.topic("orders-dlt").produce(4);
        dead.deadLetterOf = Optional.of("orders");
        dead.endUnknown = true;
        scene.poll();

        assertThat(scene.history(Kind.DEAD_LETTERS, "")).isEmpty();
    }
}
