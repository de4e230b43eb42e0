package dev.signalbox.demo.services.transaction;

import dev.signalbox.demo.services.lifecycle.Stop;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks for undo logs that a crash has left, again and again until it is stopped.
public final class UndoLogSweeping implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(UndoLogSweeping.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private final LeftUndoLogs left;
    private final Stop stop;

    public UndoLogSweeping(LeftUndoLogs left, Stop stop) {
        this.left = left;
        this.stop = stop;
    }

    @Override
    public void run() {
        try {
            while (!stop.within(BETWEEN_LOOKS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            left.remove();
        } catch (SQLException | CoordinatorException e) {
            LOG.info("cannot look for left undo logs now: {}", e.getMessage());
        }
    }
}
