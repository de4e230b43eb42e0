package dev.signalbox.core.gate;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Lets the batches of a replay pass: no faster than allowed, and none while it is paused.
final class Admission {
    private final Pace pace;
    private final LongSupplier nanos;
    private boolean paused;

    /// Told that the replay stands still because it is paused; on its own thread, perhaps more than once.
    interface Standing {
        void stands();
    }

    /// @param nanos a clock that never goes back
    Admission(Caution caution, LongSupplier nanos) {
        this.pace = new Pace(caution.perSecond(), nanos);
        this.nanos = nanos;
    }

    int largestBatch() {
        return pace.largestBatch();
    }

    /// Waits until the batch may go, at most so long. Whether it may.
    synchronized boolean admit(int letters, Duration atMost, Standing standing)
            throws InterruptedException {
        long end = nanos.getAsLong() + atMost.toNanos();
        while (true) {
            if (paused) {
                standing.stands();
            } else if (pace.untilDue() <= 0) {
                pace.take(letters);
                return true;
            }
            long left = end - nanos.getAsLong();
            if (left <= 0) {
                return false;
            }
            long due = paused ? left : Math.min(left, pace.untilDue());
            // A nanosecond too long rather than none, which would wait for ever.
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, due));
        }
    }

    /// Waits, at most so long.
    synchronized void rest(Duration atMost) throws InterruptedException {
        TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, atMost.toNanos()));
    }

    synchronized boolean isPaused() {
        return paused;
    }

    synchronized void pause(boolean pausing) {
        paused = pausing;
        notifyAll();
    }
}
