package dev.signalbox.core.monitor;

import dev.signalbox.core.metrics.History;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.profile.Profile;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Polls one connection on a thread of its own, until it is closed, and tells every new state.
final class ConnectionMonitor {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionMonitor.class);
    private static final Duration LONGEST_WAIT_FOR_PREDECESSOR = Duration.ofSeconds(10);

    private final Profile profile;
    private final Link link;
    private final Poller poller;
    private final Iterable<Consumer<ConnectionState>> listeners;
    private final Semaphore wanted = new Semaphore(0);
    private final Thread thread;
    private @Nullable ConnectionMonitor predecessor;
    private volatile boolean closed;

    /// @param listeners told every state on the poll thread; those that come later are told from then on
    /// @param predecessor the last monitor of this profile: its end is told before this one's beginning
    ConnectionMonitor(
            Profile profile,
            Link link,
            PollPace pace,
            Clock clock,
            Iterable<Consumer<ConnectionState>> listeners,
            Optional<ConnectionMonitor> predecessor) {
        this.profile = profile;
        this.link = link;
        this.poller = new Poller(profile, link, pace, clock);
        this.listeners = listeners;
        this.predecessor = predecessor.orElse(null);
        this.thread = Thread.ofVirtual().name("poll-" + profile.id()).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    Profile profile() {
        return poller.state().profile();
    }

    /// Goes on with a profile that differs in nothing that the adapter knows; tells so with the next state, soon.
    void amend(Profile amended) {
        poller.amend(amended);
        pollNow();
    }

    Link link() {
        return link;
    }

    ConnectionState state() {
        return poller.state();
    }

    History history() {
        return poller.history();
    }

    /// Asks for a poll that begins after this call. Returns at once.
    void pollNow() {
        wanted.release();
    }

    /// Stops it. Returns at once.
    void close() {
        closed = true;
        thread.interrupt();
    }

    /// Waits until it has stopped and told so; false when it has not in time.
    boolean awaitEnd(Duration longest) throws InterruptedException {
        return thread.join(longest);
    }

    boolean hasEnded() {
        return thread.getState() == Thread.State.TERMINATED;
    }

    private void run() {
        awaitPredecessor();
        tell();
        while (!closed) {
            pollOnce();
            tell();
            rest();
        }
        link.close();
        poller.closed();
        tell();
    }

    private void awaitPredecessor() {
        try {
            if (predecessor != null) {
                predecessor.awaitEnd(LONGEST_WAIT_FOR_PREDECESSOR);
            }
        } catch (InterruptedException e) {
            // Closed before it began; the loop sees it.
        }
        predecessor = null;
    }

    /// One poll. A bug in an adapter becomes a problem like any other: a loop that died would show old figures as live.
    private void pollOnce() {
        // Whoever asked until here gets what this poll reads; whoever asks from here on wants
        // another.
        wanted.drainPermits();
        try {
            poller.poll();
        } catch (InterruptedException e) {
            if (!closed) {
                poller.failed(bug(e));
            }
        } catch (RuntimeException | Error e) {
            if (!closed) {
                LOG.error("Poll of {} failed unexpectedly:\n{}", profile.id(), Trace.of(e));
                poller.failed(bug(e));
            }
        }
    }

    private Problem bug(Throwable cause) {
        return new Problem(
                ProblemKind.UNEXPECTED,
                Words.get("adapter.failed", profile.name(), cause.getClass().getSimpleName()),
                Words.get("adapter.failed.remedy"),
                Trace.of(cause));
    }

    /// Tells the newest state. A listener that throws is none of the others' business, nor the loop's.
    private void tell() {
        ConnectionState state = poller.state();
        for (Consumer<ConnectionState> listener : listeners) {
            try {
                listener.accept(state);
            } catch (RuntimeException | Error e) {
                LOG.error("Listener for {} failed:\n{}", profile.id(), Trace.of(e));
            }
        }
    }

    private void rest() {
        try {
            if (!closed) {
                wanted.tryAcquire(poller.pause().toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            // Closed, or an interrupt left over by an adapter: the loop looks which.
        }
    }
}
