package dev.signalbox.app;

import dev.signalbox.core.Workbench;
import dev.signalbox.core.problem.ConnectorException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Backups that are older than they are to be kept. Apart from what opens the window, so that the log is not set up
/// before the toolkit starts.
final class OldBackups {
    private static final Logger LOG = LoggerFactory.getLogger(OldBackups.class);

    private OldBackups() {}

    /// What has expired goes when the window opens, if the operator has said that backups expire.
    ///
    /// @param opened has run
    static void expire(FutureTask<Workbench> opened) {
        try {
            Workbench workbench = opened.resultNow();
            Optional<Duration> keep = workbench.retention().backups();
            if (keep.isPresent()) {
                workbench.backupExpiry().expire(keep.get());
            }
        } catch (ConnectorException e) {
            LOG.warn("Backups have not expired: {}", e.problem().summary());
        } catch (IllegalStateException e) {
            // It could not be opened, which the window tells.
        }
    }
}
