package dev.signalbox.demo.services.lifecycle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The long-running threads of a service. Platform threads: interrupting a virtual one in the middle of
/// JDBC would close its connection.
public final class ServiceThreads {

    private final List<Thread> threads = new ArrayList<>();

    public void start(String name, Runnable work) {
        threads.add(Thread.ofPlatform().name(name).daemon().start(work));
    }

    /// Waits until all have ended, at most the given time in all.
    public void join(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        try {
            for (Thread thread : threads) {
                thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
