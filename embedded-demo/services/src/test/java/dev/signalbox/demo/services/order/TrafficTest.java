package dev.signalbox.demo.services.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.signalbox.demo.services.incident.Incident;
import dev.signalbox.demo.services.lifecycle.Stop;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TrafficTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Incident poison = new Incident("poison-messages");
    private final Stop stop = new Stop();
    private final List<NewOrder> taken = new CopyOnWriteArrayList<>();
    private final CountDownLatch open = new CountDownLatch(1);

    @AfterEach
    void stop() {
        open.countDown();
        stop.wish();
    }

    @Test
    void ordersComeAtTheRate() {
        long began = System.nanoTime();
        start(new Rate(50), false);
        await().atMost(PATIENCE).until(() -> taken.size() >= 50);

        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isGreaterThan(Duration.ofMillis(900));
    }

    @Test
    void atRateZeroNoneComeUntilItIsRaised() {
        Traffic traffic = start(new Rate(0), false);
        await().during(Duration.ofMillis(500)).atMost(PATIENCE).until(taken::isEmpty);

        traffic.set(new Rate(100));
        await().atMost(PATIENCE).until(() -> taken.size() >= 10);
    }

    @Test
    void onceTheRateIsZeroNoOrderBeginsAnyMore() {
        Traffic traffic = start(new Rate(200), true);
        await().atMost(PATIENCE).until(() -> taken.size() >= 10);

        traffic.set(new Rate(0));

        int begun = traffic.underWay();
        await().during(Duration.ofMillis(500))
                .atMost(PATIENCE)
                .until(() -> traffic.underWay() == begun);
        open.countDown();
        await().atMost(PATIENCE).until(() -> traffic.underWay() == 0);
        assertThat(taken).hasSize(begun);
    }

    @Test
    void afterALowRateAHigherOneCountsAtOnce() {
        Traffic traffic = start(new Rate(0.001), false);
        await().atMost(PATIENCE).until(() -> taken.size() == 1);

        traffic.set(new Rate(100));
        await().atMost(PATIENCE).until(() -> taken.size() >= 10);
    }

    @Test
    void anOrderThatHangsHoldsUpNoOther() {
        start(new Rate(200), true);

        await().atMost(PATIENCE).until(() -> taken.size() >= 60);
    }

    @Test
    void whenTooManyAreUnderWayTheNextWait() {
        start(new Rate(200), true);
        await().atMost(PATIENCE).until(() -> taken.size() >= 60);

        await().during(Duration.ofMillis(500)).atMost(PATIENCE).until(() -> taken.size() == 60);
        open.countDown();
        await().atMost(PATIENCE).until(() -> taken.size() > 70);
    }

    @Test
    void whilePoisonIsOnEveryEighthOrderIsPoisoned() {
        poison.switchOn(OptionalInt.empty());
        start(new Rate(200), false);
        await().atMost(PATIENCE).until(() -> taken.size() >= 80);
        stop.wish();

        List<NewOrder> orders = List.copyOf(taken);
        long poisoned = orders.stream().filter(TrafficTest::isPoisoned).count();
        assertThat(poisoned).isBetween(orders.size() / 8L - 1, orders.size() / 8L + 1);
    }

    @Test
    void withoutPoisonNoneIs() {
        start(new Rate(200), false);
        await().atMost(PATIENCE).until(() -> taken.size() >= 80);

        assertThat(taken).noneMatch(TrafficTest::isPoisoned);
    }

    @Test
    void aRateOutOfBoundsIsRefused() {
        for (double rate : new double[] {-1, 200.5, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new Rate(rate)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static boolean isPoisoned(NewOrder order) {
        return order.currency().equals("XTS");
    }

    private Traffic start(Rate rate, boolean hanging) {
        Traffic traffic =
                new Traffic(
                        order -> {
                            taken.add(order);
                            if (hanging) {
                                open.await();
                            }
                        },
                        poison,
                        rate,
                        stop,
                        new Random(7));
        Thread.ofPlatform().daemon().start(traffic);
        return traffic;
    }
}
