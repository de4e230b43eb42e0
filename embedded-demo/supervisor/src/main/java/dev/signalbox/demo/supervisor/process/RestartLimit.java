package dev.signalbox.demo.supervisor.process;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/// Three restarts a minute, the first of them at once.
final class RestartLimit {
    static final int RESTARTS = 3;
    static final Duration WINDOW = Duration.ofMinutes(1);

    private final Deque<Long> recent = new ArrayDeque<>();

    /// Waits until a restart is allowed and counts it.
    void awaitTurn() throws InterruptedException {
        Duration wait = untilAllowed(System.nanoTime());
        if (wait.isPositive()) {
            Thread.sleep(wait);
        }
        recent.addLast(System.nanoTime());
    }

    /// How long to wait at that reading of the clock.
    Duration untilAllowed(long now) {
        while (!recent.isEmpty() && now - recent.getFirst() >= WINDOW.toNanos()) {
            recent.removeFirst();
        }
        return recent.size() < RESTARTS
                ? Duration.ZERO
                : WINDOW.minusNanos(now - recent.getFirst());
    }
}
