package dev.signalbox.demo.services.order;

import dev.signalbox.demo.services.incident.Incident;
import dev.signalbox.demo.services.lifecycle.Stop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The customers: they place orders at a rate, each on a virtual thread, so that one that hangs holds up
/// nobody. When too many are under way at once, the next customers wait and the rate falls.
final class Traffic implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Traffic.class);
    private static final int MOST_AT_ONCE = 60;
    private static final int POISON_EVERY = 8;
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);

    /// Where the orders go.
    interface Counter {
        void take(NewOrder order) throws InterruptedException;
    }

    private final Counter counter;
    private final Incident poison;
    private final Stop stop;
    private final RandomGenerator random;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);
    private volatile Rate rate;
    private long orders;

    Traffic(Counter counter, Incident poison, Rate rate, Stop stop, RandomGenerator random) {
        this.counter = counter;
        this.poison = poison;
        this.rate = rate;
        this.stop = stop;
        this.random = random;
    }

    /// From the next order on. Once this has returned, no order of the old rate begins any more.
    synchronized void set(Rate newRate) {
        rate = newRate;
        LOG.info("customers place {} orders a second", newRate.ordersPerSecond());
    }

    Rate rate() {
        return rate;
    }

    @Override
    public void run() {
        try {
            long due = System.nanoTime();
            while (!stop.isWished()) {
                long now = System.nanoTime();
                Rate wished = rate;
                long interval = wished.interval().toNanos();
                due = Math.min(due, now + interval);
                if (interval == 0 || due > now) {
                    long pause = interval == 0 ? LONGEST_PAUSE.toNanos() : due - now;
                    stop.within(Duration.ofNanos(Math.min(pause, LONGEST_PAUSE.toNanos())));
                } else if (places.tryAcquire(LONGEST_PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                    placeOne(wished);
                    // Customers who had to wait do not all come at once afterwards
                    due = Math.max(due, now - interval) + interval;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// How many customers are placing an order now.
    int underWay() {
        return MOST_AT_ONCE - places.availablePermits();
    }

    /// Waits for the orders under way, as long as the given time.
    void awaitPlaced(Duration atMost) {
        try {
            if (places.tryAcquire(MOST_AT_ONCE, atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                places.release(MOST_AT_ONCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private NewOrder nextOrder() {
        orders++;
        boolean poisoned = poison.isOn() && orders % POISON_EVERY == 0;
        List<Wish> wishes = new ArrayList<>(List.of(Catalogue.anyWish(random)));
        if (random.nextBoolean()) {
            Wish second = Catalogue.anyWish(random);
            if (!second.product().equals(wishes.getFirst().product())) {
                wishes.add(second);
            }
        }
        return new NewOrder(
                Catalogue.anyCustomer(random),
                wishes,
                poisoned ? OrderDesk.POISON : Catalogue.anyCurrency(random));
    }

    private synchronized void placeOne(Rate wished) {
        if (!rate.equals(wished)) {
            places.release();
            return;
        }
        NewOrder order = nextOrder();
        Thread.ofVirtual()
                .name("customer " + order.customer())
                .start(
                        () -> {
                            try {
                                counter.take(order);
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            } finally {
                                places.release();
                            }
                        });
    }
}
