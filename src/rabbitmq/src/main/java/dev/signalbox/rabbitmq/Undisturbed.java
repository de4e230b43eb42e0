package dev.signalbox.rabbitmq;

import dev.signalbox.core.problem.ConnectorException;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Work that must not be cut in two by an interrupt: a batch with the notes before and after it.
///
/// It runs on a thread that nobody interrupts; the caller waits for its end whatever comes, and keeps an interrupt for
/// afterwards. Whatever runs here must end by itself within its own time-outs.
final class Undisturbed {
    private Undisturbed() {}

    static <T> T run(Callable<T> work) throws ConnectorException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofVirtual().name("rabbitmq-undisturbed").start(task);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
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

    private static ConnectorException rethrown(Throwable cause) {
        return switch (cause) {
            case ConnectorException known -> known;
            case RuntimeException bug -> throw bug;
            case Error error -> throw error;
            default -> throw new IllegalStateException(cause);
        };
    }
}
