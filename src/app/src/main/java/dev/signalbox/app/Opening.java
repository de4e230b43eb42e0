package dev.signalbox.app;

import dev.signalbox.app.prefs.Preferences;
import dev.signalbox.core.Workbench;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.profile.Folders;
import java.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Opens the workbench and reads the preferences while the toolkit starts: either takes a quarter of a second, and
/// neither needs the other.
///
/// Static, since the toolkit makes the [Window] by itself and takes nothing along for it.
final class Opening {
    private static final FutureTask<Workbench> WORKBENCH =
            new FutureTask<>(() -> Workbench.open(Folders.ofUser(), Clock.systemUTC()));

    private static final FutureTask<Preferences> PREFERENCES =
            new FutureTask<>(() -> new Preferences(Folders.ofUser().config()));

    private Opening() {}

    static void begin() {
        Thread.ofPlatform()
                .daemon()
                .name("open")
                .start(
                        () -> {
                            PREFERENCES.run();
                            WORKBENCH.run();
                            OldBackups.expire(WORKBENCH);
                        });
    }

    /// Waits until they are read; reads them here if nobody has begun to.
    static Preferences preferences() {
        PREFERENCES.run();
        try {
            return await(PREFERENCES);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /// Waits until it is open; opens it here if nobody has begun to.
    static Workbench finish() throws ConnectorException {
        WORKBENCH.run();
        try {
            return await(WORKBENCH);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ConnectorException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static <T> T await(FutureTask<T> task) throws ExecutionException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
