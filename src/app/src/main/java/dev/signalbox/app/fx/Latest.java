package dev.signalbox.app.fx;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Hands the newest value over to another thread: what came in between is skipped, and at most one hand-over is
/// pending. A slow receiver never builds up a queue.
public final class Latest<T> {
    private final Executor receiverThread;
    private final Consumer<T> receiver;
    private final AtomicReference<@Nullable T> newest = new AtomicReference<>();

    public Latest(Executor receiverThread, Consumer<T> receiver) {
        this.receiverThread = receiverThread;
        this.receiver = receiver;
    }

    /// From any thread; returns at once.
    public void offer(T value) {
        if (newest.getAndSet(value) == null) {
            receiverThread.execute(this::handOver);
        }
    }

    private void handOver() {
        T value = newest.getAndSet(null);
        if (value != null) {
            receiver.accept(value);
        }
    }
}
