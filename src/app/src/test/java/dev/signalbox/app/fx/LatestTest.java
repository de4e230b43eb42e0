package dev.signalbox.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class LatestTest {
    private final Deque<Runnable> pending = new ArrayDeque<>();
    private final List<Integer> received = new ArrayList<>();
    private final Latest<Integer> latest = new Latest<>(pending::add, received::add);

    @Test
    void aSlowReceiverGetsTheNewestOnly() {
        latest.offer(1);
        latest.offer(2);
        latest.offer(3);
        assertThat(pending).hasSize(1);
        pending.remove().run();
        assertThat(received).containsExactly(3);
    }

    @Test
    void whatComesAfterAHandOverIsHandedOverToo() {
        latest.offer(1);
        pending.remove().run();
        latest.offer(2);
        pending.remove().run();
        assertThat(received).containsExactly(1, 2);
        assertThat(pending).isEmpty();
    }

    @Test
    void theLastValueAlwaysArrivesWhoeverOffers() throws InterruptedException {
        AtomicInteger last = new AtomicInteger();
        try (ExecutorService receiver = Executors.newSingleThreadExecutor();
                ExecutorService offering = Executors.newVirtualThreadPerTaskExecutor()) {
            Latest<Integer> shared = new Latest<>(receiver, last::set);
            CountDownLatch done = new CountDownLatch(8);
            for (int thread = 0; thread < 8; thread++) {
                offering.execute(
                        () -> {
                            for (int i = 0; i < 1_000; i++) {
                                shared.offer(i);
                            }
                            done.countDown();
                        });
            }
            done.await();
            shared.offer(-1);
            Awaitility.await().untilAtomic(last, org.hamcrest.Matchers.is(-1));
        }
    }
}
