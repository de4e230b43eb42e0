package dev.signalbox.demo.services.payment;

import dev.signalbox.demo.services.incident.Incident;
import dev.signalbox.demo.services.lifecycle.Stop;
import dev.signalbox.demo.services.transaction.Coordinator;
import dev.signalbox.demo.services.transaction.CoordinatorException;
import dev.signalbox.demo.services.transaction.Ending;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The incident `payment-hangs`: a call whose branch is written does not answer while its global
/// transaction is open. It holds a virtual thread and no database connection.
final class HangingCalls {

    private static final Logger LOG = LoggerFactory.getLogger(HangingCalls.class);
    private static final int MOST_AT_ONCE = 3;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Incident incident;
    private final Coordinator coordinator;
    private final Stop stop;
    private final Clock clock;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);
    private final AtomicLong hangs = new AtomicLong();

    HangingCalls(Incident incident, Coordinator coordinator, Stop stop, Clock clock) {
        this.incident = incident;
        this.coordinator = coordinator;
        this.stop = stop;
        this.clock = clock;
    }

    /// Hangs, if it is this call's turn.
    ///
    /// @return whether it did; the transaction has then ended, or 15 minutes are over
    boolean hang(String xid) throws InterruptedException {
        if (!places.tryAcquire()) {
            return false;
        }
        try {
            if (!incident.take()) {
                return false;
            }
            hangs.incrementAndGet();
            LOG.info("hanging in {}", xid);
            Instant end = clock.instant().plus(LONGEST);
            while (isOpen(xid) && clock.instant().isBefore(end) && !stop.within(BETWEEN_LOOKS)) {}
            LOG.info("hanging no more in {}", xid);
            return true;
        } finally {
            places.release();
        }
    }

    /// How many hang now.
    int hanging() {
        return MOST_AT_ONCE - places.availablePermits();
    }

    /// How many have hung since the start.
    long hangs() {
        return hangs.get();
    }

    private boolean isOpen(String xid) {
        try {
            return coordinator.ending(xid) == Ending.OPEN;
        } catch (CoordinatorException e) {
            return true;
        }
    }
}
