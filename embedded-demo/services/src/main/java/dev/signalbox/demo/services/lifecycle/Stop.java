package dev.signalbox.demo.services.lifecycle;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The wish that a service stops. Whoever pauses, pauses on it, so that no pause outlives it and nobody
/// has to be interrupted in the middle of a statement.
public final class Stop {

    private final CountDownLatch wished = new CountDownLatch(1);

    /// Wishes it, once and for all.
    public void wish() {
        wished.countDown();
    }

    public boolean isWished() {
        return wished.getCount() == 0;
    }

    /// Pauses.
    ///
    /// @return whether the stop was wished before the pause was over
    public boolean within(Duration pause) throws InterruptedException {
        return wished.await(pause.toNanos(), TimeUnit.NANOSECONDS);
    }
}
