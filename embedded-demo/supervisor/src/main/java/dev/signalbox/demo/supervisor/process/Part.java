package dev.signalbox.demo.supervisor.process;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// A process that is kept running while it is wanted: when it dies it is started again.
///
/// [#wanted] and [#current] change together under the lock: when the wish has been taken back no
/// process can be started any more, so the one that runs then is the last one.
public final class Part {
    private final Recipe recipe;
    private final CappedLog log;
    private final Leftovers leftovers;
    private final PartListener listener;
    private final HttpClient http;
    private final RestartLimit limit = new RestartLimit();

    private final ReentrantLock lock = new ReentrantLock();
    private boolean wanted;
    private boolean closed;
    private @Nullable Launch current;
    private @Nullable Thread keeper;
    private PartState state = PartState.STOPPED;
    private Instant since = Instant.now();
    private int restarts;

    public Part(
            Recipe recipe,
            CappedLog log,
            Leftovers leftovers,
            PartListener listener,
            HttpClient http) {
        this.recipe = recipe;
        this.log = log;
        this.leftovers = leftovers;
        this.listener = listener;
        this.http = http;
    }

    public String name() {
        return recipe.name();
    }

    public PartStatus status() {
        lock.lock();
        try {
            OptionalLong pid =
                    current == null ? OptionalLong.empty() : OptionalLong.of(current.pid());
            return new PartStatus(name(), state, pid, since, restarts);
        } finally {
            lock.unlock();
        }
    }

    /// Starts it for the first time; returns when it is ready.
    ///
    /// @throws PartFailedException if it does not become ready; it is not tried again
    /// @throws InterruptedException also if it is stopped meanwhile
    public void start() throws PartFailedException, InterruptedException {
        want();
        Launch first = bringUp();
        keep("keep-" + name(), () -> keepUp(first));
    }

    /// Starts it again after it was stopped; returns at once. Tries until it is ready.
    public void startAgain() {
        want();
        keep("start-" + name(), () -> keepUp(comeBack()));
    }

    /// Ends it for now; returns when its process is gone. Does nothing where none runs.
    ///
    /// @param reason for the listener, to whom it is down then
    public void stop(String reason) {
        Launch last = retire(false);
        if (last != null) {
            end(last);
        }
        become(PartState.STOPPED, last);
        if (last != null) {
            listener.down(name(), reason);
        }
    }

    /// Ends it for good: it cannot be started again. Returns when its process is gone.
    public void close() {
        Launch last = retire(true);
        if (last != null) {
            listener.stopping(name());
            end(last);
        }
        become(PartState.STOPPED, last);
        if (last != null) {
            listener.stopped(name());
        }
    }

    /// Takes back the wish that it runs, and tells what runs nevertheless: the last process there is.
    private @Nullable Launch retire(boolean forGood) {
        lock.lock();
        try {
            wanted = false;
            closed |= forGood;
            if (keeper != null) {
                keeper.interrupt();
                keeper = null;
            }
            return current;
        } finally {
            lock.unlock();
        }
    }

    private void want() {
        lock.lock();
        try {
            wanted = !closed;
        } finally {
            lock.unlock();
        }
    }

    /// Work of the thread that keeps the part running. Being interrupted is how it is told to stop.
    private interface Keeping {
        void run() throws InterruptedException;
    }

    private void keep(String thread, Keeping work) {
        lock.lock();
        try {
            if (wanted) {
                keeper =
                        Thread.ofVirtual()
                                .name(thread)
                                .start(
                                        () -> {
                                            try {
                                                work.run();
                                            } catch (InterruptedException stopped) {
                                                // Whoever stops the part ends its process too.
                                            }
                                        });
            }
        } finally {
            lock.unlock();
        }
    }

    private void keepUp(Launch first) throws InterruptedException {
        Launch launch = first;
        while (true) {
            int exitCode = launch.awaitEnd();
            if (!lost(launch)) {
                return;
            }
            recipe.afterEnd().run();
            listener.down(name(), "ended with exit code " + exitCode);
            launch = comeBack();
        }
    }

    private Launch comeBack() throws InterruptedException {
        while (true) {
            limit.awaitTurn();
            try {
                return bringUp();
            } catch (PartFailedException told) {
                // The listener knows; the next turn comes when the limit allows it.
            }
        }
    }

    /// Whether the process that ended was still wanted.
    private boolean lost(Launch launch) {
        lock.lock();
        try {
            if (!wanted || current != launch) {
                return false;
            }
            current = null;
            state = PartState.DOWN;
            since = Instant.now();
            restarts++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    private Launch bringUp() throws PartFailedException, InterruptedException {
        Launch launch = launch();
        listener.starting(name());
        try {
            Duration took = launch.awaitReady(http);
            become(PartState.UP, launch);
            listener.ready(name(), took);
            return launch;
        } catch (PartFailedException e) {
            end(launch);
            if (!become(PartState.DOWN, launch)) {
                throw new InterruptedException("stopped while it started");
            }
            listener.failed(name(), String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private Launch launch() throws PartFailedException, InterruptedException {
        lock.lock();
        try {
            // A keeper that was told to stop must not go on because another has been appointed.
            boolean allowed = keeper == null || keeper == Thread.currentThread();
            if (!wanted || !allowed) {
                throw new InterruptedException("not wanted any more");
            }
            current = Launch.of(recipe, log);
            leftovers.remember(name(), current.handle());
            state = PartState.STARTING;
            since = Instant.now();
            return current;
        } catch (IOException e) {
            listener.failed(name(), e.toString());
            throw new PartFailedException(e.toString());
        } finally {
            lock.unlock();
        }
    }

    /// Enters the state, unless the part has been stopped or has gone on since.
    private boolean become(PartState next, @Nullable Launch launch) {
        lock.lock();
        try {
            boolean ours = current == launch && wanted == (next != PartState.STOPPED);
            if (ours) {
                state = next;
                since = Instant.now();
                current = next == PartState.UP ? launch : null;
            }
            return ours;
        } finally {
            lock.unlock();
        }
    }

    private void end(Launch launch) {
        launch.end();
        recipe.afterEnd().run();
        leftovers.forget(name());
    }
}
