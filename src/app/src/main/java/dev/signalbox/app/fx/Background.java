package dev.signalbox.app.fx;

import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// Runs what blocks on a virtual thread and brings the result back to the FX thread.
public final class Background {
    private final Executor fx;

    public Background(Executor fx) {
        this.fx = fx;
    }

    /// Executes on the FX thread, for work that tells how far it is.
    public Executor fx() {
        return fx;
    }

    /// Starts the work. Exactly one of `done` and `failed` is called, on the FX thread, unless it was cancelled
    /// before: then neither is.
    public <T> Running run(String name, Work<T> work, Consumer<T> done, Consumer<Problem> failed) {
        AtomicBoolean cancelled = new AtomicBoolean();
        Consumer<Runnable> deliver =
                result ->
                        fx.execute(
                                () -> {
                                    if (!cancelled.get()) {
                                        result.run();
                                    }
                                });
        ThreadFactory threads =
                Thread.ofVirtual()
                        .name("task-" + name)
                        .uncaughtExceptionHandler(
                                (_, bug) -> deliver.accept(() -> failed.accept(unexpected(bug))))
                        .factory();
        Thread thread =
                threads.newThread(
                        () -> {
                            try {
                                T result = work.call();
                                deliver.accept(() -> done.accept(result));
                            } catch (ConnectorException e) {
                                deliver.accept(() -> failed.accept(e.problem()));
                            } catch (InterruptedException e) {
                                // Cancelled: nobody waits for the result any more.
                                Thread.currentThread().interrupt();
                            }
                        });
        thread.start();
        return () -> {
            cancelled.set(true);
            thread.interrupt();
        };
    }

    private static Problem unexpected(Throwable bug) {
        return new Problem(ProblemKind.UNEXPECTED, bug.toString(), "", Stack.trace(bug));
    }

    /// Work under way.
    @FunctionalInterface
    public interface Running {
        /// Interrupts it and drops its result. Harmless when it has ended.
        void cancel();
    }
}
