package dev.signalbox.app.testing;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Stands in for the FX thread: what other threads give to it runs on the test's own, when the test turns it.
public final class TurnedByHand implements Executor {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();

    @Override
    public void execute(Runnable work) {
        waiting.add(work);
    }

    /// Runs what comes in until this holds.
    public void until(BooleanSupplier holds) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            Runnable work = waiting.poll(20, TimeUnit.MILLISECONDS);
            if (work != null) {
                work.run();
            } else if (System.nanoTime() > end) {
                throw new AssertionError("it did not come about within " + PATIENCE);
            }
        }
    }

    /// Runs what is there.
    public void turn() {
        Runnable work = waiting.poll();
        while (work != null) {
            work.run();
            work = waiting.poll();
        }
    }
}
