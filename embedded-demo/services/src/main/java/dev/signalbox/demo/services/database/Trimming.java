package dev.signalbox.demo.services.database;

import dev.signalbox.demo.services.lifecycle.Stop;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Trims a table now and then until it is stopped: a demo that runs for days must not fill the disk.
public final class Trimming implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Trimming.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);
    private static final Duration BETWEEN_BATCHES = Duration.ofMillis(50);

    private final Database database;
    private final Retention retention;
    private final Stop stop;

    public Trimming(Database database, Retention retention, Stop stop) {
        this.database = database;
        this.retention = retention;
        this.stop = stop;
    }

    @Override
    public void run() {
        try {
            while (!stop.within(BETWEEN_LOOKS)) {
                trim();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void trim() throws InterruptedException {
        try {
            while (retention.trim(database) == Retention.BATCH && !stop.within(BETWEEN_BATCHES)) {
                LOG.debug("trimmed {}", retention);
            }
        } catch (SQLException e) {
            LOG.info("cannot trim {} now: {}", retention, e.getMessage());
        }
    }
}
