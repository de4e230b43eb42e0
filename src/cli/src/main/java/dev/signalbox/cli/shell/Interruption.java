package dev.signalbox.cli.shell;

import dev.signalbox.core.gate.Operation;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Ctrl+C: cancels the action that is under way, or wakes the command that waits, and keeps the process until the
/// command has told how far it came and has cleaned up.
public final class Interruption {
    /// A batch of an action takes seconds, stopping a demo up to a minute.
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final CountDownLatch ended = new CountDownLatch(1);
    private @Nullable Operation operation;
    private @Nullable Thread command;
    private boolean interrupted;

    /// Makes the process wait for the command that runs on this thread when it is told to end.
    public void install() {
        watch(Thread.currentThread());
        Runtime.getRuntime().addShutdownHook(new Thread(this::onShutdown, "interruption"));
    }

    public synchronized void watch(Thread thread) {
        command = thread;
    }

    /// What is to be cancelled from now on, at once if the interrupt came before.
    public synchronized void during(Operation started) {
        operation = started;
        if (interrupted) {
            started.cancel();
        }
    }

    public synchronized boolean isInterrupted() {
        return interrupted;
    }

    public synchronized void interrupt() {
        interrupted = true;
        if (operation != null && !operation.state().status().hasEnded()) {
            operation.cancel();
        } else if (command != null) {
            command.interrupt();
        }
    }

    /// The command has told all it had to tell.
    public void commandEnded() {
        ended.countDown();
    }

    private void onShutdown() {
        if (ended.getCount() == 0) {
            return;
        }
        interrupt();
        try {
            ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
