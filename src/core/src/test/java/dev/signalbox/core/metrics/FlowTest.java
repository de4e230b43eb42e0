package dev.signalbox.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.core.metrics.Derived.Latency;
import dev.signalbox.core.metrics.SeriesKey.Kind;
import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.model.GlobalTransaction;
import dev.signalbox.core.model.GroupType;
import dev.signalbox.core.model.Support;
import dev.signalbox.core.model.TransactionStatus;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class FlowTest {
    private final Scene scene = new Scene();
    private final Scene.Topic orders = scene.topic("orders");
    private final Scene.Group payment = scene.group("payment", "orders");

    private void flow(String topic, Scene.Group group, long messages) {
        scene.topic(topic).produce(messages);
        group.read(topic, 0, scene.topic(topic).end[0]);
    }

    @Test
    void throughputIsWhatAllGroupsProcess() {
        Scene.Group audit = scene.group("audit", "orders");
        scene.poll();
        orders.produce(20);
        payment.read("orders", 0, 20);
        audit.read("orders", 0, 10);

        assertThat(scene.poll().throughput()).hasValue(15.0);
        assertThat(scene.history(Kind.TOTAL_CONSUME_RATE, "")).containsExactly(15.0);
    }

    @Test
    void withoutGroupsThereIsNoThroughput() {
        scene.groups.clear();
        Derived derived = scene.polls(3, () -> orders.produce(1));

        assertThat(derived.throughput()).isEmpty();
        assertThat(derived.successShare()).isEmpty();
        assertThat(derived.latency()).isEmpty();
    }

    @Test
    void whatTheConsumersOfQueuesProcessIsNotKnown() {
        payment.type = GroupType.QUEUE;
        Derived derived = scene.polls(3, () -> orders.produce(1));

        assertThat(derived.throughput()).isEmpty();
    }

    @Test
    void retriesDeadLettersAndInternalTopicsAreNotProcessedMessages() {
        scene.topic("orders-retry").retryOf = Optional.of("orders");
        scene.topic("orders-dlt").deadLetterOf = Optional.of("orders");
        scene.topic("__internal").internal = true;
        scene.group("payment", "orders-retry", "orders-dlt", "__internal");
        scene.poll();
        for (String topic : List.of("orders", "orders-retry", "orders-dlt", "__internal")) {
            flow(topic, payment, 2);
        }
        Derived derived = scene.poll();

        assertThat(derived.throughput()).hasValue(1.0);
        assertThat(Scene.trend(derived, "payment").consumeRate()).hasValue(4.0);
    }

    @Test
    void theSuccessShareIsWhatDidNotBecomeADeadLetter() {
        Scene.Topic dead = scene.topic("orders-dlt");
        dead.deadLetterOf = Optional.of("orders");
        scene.poll();
        Derived derived =
                scene.polls(
                        5,
                        () -> {
                            flow("orders", payment, 8);
                            dead.produce(1);
                        });

        assertThat(derived.successShare()).hasValue(1 - 5.0 / 40);
    }

    @Test
    void theSuccessShareIsNeverBelowZero() {
        Scene.Topic dead = scene.topic("orders-dlt");
        dead.deadLetterOf = Optional.of("orders");
        scene.poll();
        dead.produce(50);

        assertThat(scene.polls(6, () -> flow("orders", payment, 1)).successShare()).hasValue(0.0);
    }

    @Test
    void lettersThatWereThereAlreadyDidNotArrive() {
        scene.gaps.add(new Problem(ProblemKind.AUTHORIZATION, "some topics", ""));
        scene.polls(3, () -> flow("orders", payment, 5));
        scene.topic("orders-dlt").produce(10).deadLetterOf = Optional.of("orders");

        assertThat(scene.polls(6, () -> flow("orders", payment, 5)).successShare()).hasValue(1.0);
    }

    @Test
    void whatHappenedInALongGapBelongsToNoWindow() {
        scene.polls(3, () -> flow("orders", payment, 4));
        orders.produce(900);
        scene.poll();
        payment.read("orders", 0, orders.end[0]);
        Derived derived = scene.pollAfter(Duration.ofMinutes(5));

        assertThat(derived.throughput()).isEmpty();
        assertThat(derived.latency()).isEmpty();
        flow("orders", payment, 4);
        assertThat(scene.poll().throughput()).hasValue(2.0);
    }

    @Test
    void withNothingProcessedThereIsNoSuccessShare() {
        assertThat(scene.polls(10, () -> orders.produce(1)).successShare()).isEmpty();
    }

    @Test
    void whatIsReadWithinAPollIsFasterThanTheResolution() {
        scene.poll();

        assertThat(scene.polls(3, () -> flow("orders", payment, 100)).latency())
                .contains(new Latency(Duration.ZERO, Duration.ZERO, Scene.INTERVAL));
    }

    @Test
    void latencyIsHowLongAgoWhatIsProcessedNowWasProduced() {
        scene.poll();
        // Always three polls behind.
        for (int poll = 1; poll <= 20; poll++) {
            orders.produce(10);
            payment.read("orders", 0, Math.max(0, (poll - 3) * 10L));
            scene.poll();
        }
        Latency latency = scene.poll().latency().orElseThrow();

        assertThat(latency.mean()).isEqualTo(Duration.ofSeconds(6));
        assertThat(latency.p95()).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void latencyWeighsByMessages() {
        scene.poll();
        orders.produce(10);
        scene.poll();
        orders.produce(30);
        payment.read("orders", 0, 40);
        Latency latency = scene.poll().latency().orElseThrow();

        // 10 waited 2 s, 30 did not wait.
        assertThat(latency.mean()).isEqualTo(Duration.ofMillis(500));
        assertThat(latency.p95()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void oneSlowMessageInAHundredIsBeyondTheP95() {
        scene.poll();
        orders.produce(1);
        scene.poll();
        orders.produce(99);
        payment.read("orders", 0, 100);
        Latency latency = scene.poll().latency().orElseThrow();

        assertThat(latency.p95()).isEqualTo(Duration.ZERO);
        assertThat(latency.mean()).isEqualTo(Duration.ofMillis(20));
    }

    @Test
    void latencyForgetsAfterAMinute() {
        scene.poll();
        flow("orders", payment, 5);
        assertThat(scene.polls(30, () -> {}).latency()).isPresent();
        assertThat(scene.poll().latency()).isEmpty();
    }

    @Test
    void aBacklogOlderThanTheWatchHasNoKnownLatency() {
        orders.produce(500);
        scene.poll();
        payment.read("orders", 0, 400);
        assertThat(scene.poll().latency()).isEmpty();
        orders.produce(10);
        payment.read("orders", 0, 510);

        // Of these 110 only the ten new ones count.
        assertThat(scene.poll().latency().orElseThrow().mean()).isEqualTo(Duration.ZERO);
    }

    @Test
    void meanLatencyIsUnbiasedAlthoughPollsAreCoarse() {
        // 10 messages a second, each processed 300 ms later; polled every 2 s.
        scene.poll();
        for (int poll = 1; poll <= 30; poll++) {
            long millis = poll * 2000L;
            orders.end[0] = millis / 100;
            payment.read("orders", 0, (millis - 300) / 100);
            scene.poll();
        }
        assertThat(scene.poll().latency().orElseThrow().mean().toMillis() / 1000.0)
                .isCloseTo(0.3, Offset.offset(0.02));
    }

    @Test
    void openTransactionsAreCountedWhereThereMayBeSome() {
        scene.poll();
        assertThat(scene.history(Kind.OPEN_TRANSACTIONS, "")).isEmpty();
        scene.capabilities.put(ActionKind.ROLLBACK, new Support.Offered());
        scene.poll();
        scene.transactions.add(transaction(TransactionStatus.BEGIN));
        scene.transactions.add(transaction(TransactionStatus.COMMITTED));
        scene.poll();

        assertThat(scene.history(Kind.OPEN_TRANSACTIONS, "")).containsExactly(0.0, 1.0);
        assertThat(scene.history(Kind.TRANSACTIONS, "RUNNING")).containsExactly(0.0, 1.0);
        assertThat(scene.history(Kind.TRANSACTIONS, "STUCK")).containsExactly(0.0, 0.0);
        assertThat(scene.history(Kind.TRANSACTIONS, "ENDED")).isEmpty();
    }

    @Test
    void aServerWithoutDestinationsHasNoDeadLettersToCount() {
        scene.topics.clear();
        scene.groups.clear();
        scene.poll();

        assertThat(scene.history(Kind.DEAD_LETTERS, "")).isEmpty();
        assertThat(scene.history(Kind.TOTAL_IN_RATE, "")).isEmpty();
    }

    @Test
    void aMissedPollKeepsTheFiguresAndLowersTheAvailability() {
        scene.polls(3, () -> flow("orders", payment, 4));
        Derived before = scene.poll();
        Derived after = scene.missed();

        assertThat(after.throughput()).isEqualTo(before.throughput());
        assertThat(after.rates()).isEqualTo(before.rates());
        assertThat(before.availability()).hasValue(1.0);
        assertThat(after.availability()).hasValue(1 - 1.0 / 8);
    }

    private static GlobalTransaction transaction(TransactionStatus status) {
        return new GlobalTransaction(
                status.name(),
                "place",
                "order",
                "group",
                status,
                Optional.empty(),
                Duration.ofMinutes(1),
                List.of(),
                Optional.empty());
    }
}
