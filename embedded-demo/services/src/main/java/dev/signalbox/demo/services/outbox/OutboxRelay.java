package dev.signalbox.demo.services.outbox;

import dev.signalbox.demo.services.lifecycle.Stop;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Publishes what is ready in the outbox, again and again until it is stopped.
///
/// A row is marked only after the broker has acknowledged it. A crash in between publishes it a second
/// time under the same message id, which consumers ignore; nothing is ever left out.
public final class OutboxRelay implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int BATCH = 200;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);

    private final Outbox outbox;
    private final EventPublisher publisher;
    private final Stop stop;

    public OutboxRelay(Outbox outbox, EventPublisher publisher, Stop stop) {
        this.outbox = outbox;
        this.publisher = publisher;
        this.stop = stop;
    }

    @Override
    public void run() {
        try {
            Duration pause = Duration.ZERO;
            while (!stop.within(pause)) {
                pause = turn();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration turn() throws InterruptedException {
        try {
            List<OutboxEvent> ready = outbox.ready(BATCH);
            if (ready.isEmpty()) {
                return BETWEEN_LOOKS;
            }
            List<String> taken = publisher.publish(ready);
            outbox.markPublished(taken);
            return taken.size() < ready.size() ? AFTER_A_FAILURE : Duration.ZERO;
        } catch (SQLException e) {
            LOG.warn("outbox not reachable: {}", e.getMessage());
            return AFTER_A_FAILURE;
        }
    }
}
