package dev.signalbox.kafka;

import dev.signalbox.core.problem.ConnectorException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Work that must not be cut in two by an interrupt: a transaction with the notes before and after it, a batch on its way
/// to the disk.
///
/// It runs on a thread that nobody interrupts; the caller waits for its end whatever comes, and keeps an interrupt for
/// afterwards. Whatever runs here must end by itself within its own time-outs.
///
/// @param <T> what comes of it
final class Undisturbed<T> {
    private static final Duration NEVER = Duration.ofDays(1);

    private final FutureTask<T> task;

    private Undisturbed(FutureTask<T> task) {
        this.task = task;
    }

    static <T> T run(Callable<T> work) throws ConnectorException {
        return run(work, NEVER, () -> {});
    }

    /// @param pause before the first look, and between two
    static <T> T run(Callable<T> work, Duration pause, Meanwhile meanwhile)
            throws ConnectorException {
        return start(work).await(pause, meanwhile);
    }

    /// Whoever starts it has to wait for it.
    static <T> Undisturbed<T> start(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofVirtual().name("kafka-undisturbed").start(task);
        return new Undisturbed<>(task);
    }

    /// What to do on the caller's thread while the work takes long. An interrupt ends it.
    interface Meanwhile {
        void look() throws InterruptedException;
    }

    /// @param pause before the first look, and between two
    T await(Duration pause, Meanwhile meanwhile) throws ConnectorException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return interrupted
                            ? task.get()
                            : task.get(pause.toMillis(), TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    interrupted = look(meanwhile);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw rethrown(Objects.requireNonNull(e.getCause()));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Whether it was interrupted.
    private static boolean look(Meanwhile meanwhile) {
        try {
            meanwhile.look();
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }

    private static ConnectorException rethrown(Throwable cause) {
        return switch (cause) {
            case ConnectorException known -> known;
            case RuntimeException bug -> throw bug;
            case Error error -> throw error;
            default -> throw new IllegalStateException(cause);
        };
    }
}
