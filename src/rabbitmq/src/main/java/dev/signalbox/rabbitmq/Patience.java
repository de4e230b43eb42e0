package dev.signalbox.rabbitmq;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// How long an action that is under way waits for a server that went away before it gives up.
final class Patience {
    private static final Duration ALTOGETHER = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final long began = System.nanoTime();

    /// Rests a moment.
    ///
    /// @return whether there is time for another try
    boolean rest() throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        return System.nanoTime() - began < ALTOGETHER.toNanos();
    }
}
