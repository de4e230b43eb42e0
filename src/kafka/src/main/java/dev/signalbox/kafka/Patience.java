package dev.signalbox.kafka;

import dev.signalbox.core.problem.ConnectorException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/// How long an action that is under way waits for a broker that does not answer before it gives up.
final class Patience {
    private static final Duration ALTOGETHER = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Instant until = Instant.now().plus(ALTOGETHER);

    interface Work<T> {
        T run() throws ConnectorException, InterruptedException;
    }

    /// Tries until it works, until it fails for a reason that waiting does not mend, or until the patience is over.
    static <T> T with(Work<T> work) throws ConnectorException, InterruptedException {
        try {
            return work.run();
        } catch (ConnectorException e) {
            return again(work, e);
        }
    }

    private static <T> T again(Work<T> work, ConnectorException first)
            throws ConnectorException, InterruptedException {
        Patience patience = new Patience();
        ConnectorException failure = first;
        while (failure.problem().kind().isTransient() && patience.rest()) {
            try {
                return work.run();
            } catch (ConnectorException e) {
                failure = e;
            }
        }
        throw failure;
    }

    /// Rests a moment.
    ///
    /// @return whether there is time for another try
    boolean rest() throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        return Instant.now().isBefore(until);
    }
}
