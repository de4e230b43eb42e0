package dev.signalbox.core.monitor;

import dev.signalbox.core.port.Connector;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The way to one server: makes its connector when it is first wanted, shares it, and makes another one after the
/// first was dropped.
///
/// A connector is closed when nobody borrows it any more, so that a failed poll never pulls it from under an action.
final class Link {
    private final String name;
    private final Maker maker;
    private final ReentrantLock making = new ReentrantLock();

    // Guarded by this
    private final Set<Held> held = new HashSet<>();
    private @Nullable Held current;
    private boolean closed;

    /// Makes a connector. Blocks.
    interface Maker {
        Connector make() throws ConnectorException, InterruptedException;
    }

    /// @param name of the connection, for people
    Link(String name, Maker maker) {
        this.name = name;
        this.maker = maker;
    }

    /// Borrows the connector; makes it if there is none.
    Lease lease() throws ConnectorException, InterruptedException {
        making.lockInterruptibly();
        try {
            Lease lease = borrowCurrent();
            return lease == null ? adopt(maker.make()) : lease;
        } finally {
            making.unlock();
        }
    }

    /// Makes the next lease get another connector. The present one is closed as soon as nobody borrows it.
    void drop() {
        Held dropped;
        synchronized (this) {
            dropped = current;
            current = null;
        }
        closeIfIdle(dropped);
    }

    /// Ends it: no more leases. The connector is closed as soon as nobody borrows it.
    void close() {
        synchronized (this) {
            closed = true;
        }
        drop();
    }

    /// Closes every connector at once, whoever borrows it: the console ends.
    void closeNow() {
        close();
        Set<Held> left;
        synchronized (this) {
            left = Set.copyOf(held);
            held.clear();
        }
        left.forEach(each -> each.connector.close());
    }

    private synchronized @Nullable Lease borrowCurrent() throws ConnectorException {
        if (closed) {
            throw gone();
        }
        return current == null ? null : new Borrowed(current);
    }

    private Lease adopt(Connector made) throws ConnectorException {
        synchronized (this) {
            if (!closed) {
                Held fresh = new Held(made);
                held.add(fresh);
                current = fresh;
                return new Borrowed(fresh);
            }
        }
        made.close();
        throw gone();
    }

    private void closeIfIdle(@Nullable Held candidate) {
        if (candidate == null) {
            return;
        }
        synchronized (this) {
            if (candidate == current || candidate.borrowers > 0 || !held.remove(candidate)) {
                return;
            }
        }
        candidate.connector.close();
    }

    private ConnectorException gone() {
        return new ConnectorException(
                new Problem(
                        ProblemKind.CONFLICT,
                        Words.get("connection.closed", name),
                        Words.get("connection.closed.remedy")));
    }

    /// A connector and how many borrow it.
    private static final class Held {
        private final Connector connector;
        private int borrowers;

        Held(Connector connector) {
            this.connector = connector;
        }
    }

    private final class Borrowed implements Lease {
        private final Held source;
        private boolean returned;

        /// Called with the link's lock held.
        Borrowed(Held source) {
            this.source = source;
            source.borrowers++;
        }

        @Override
        public Connector connector() {
            return source.connector;
        }

        @Override
        public void close() {
            synchronized (Link.this) {
                if (returned) {
                    return;
                }
                returned = true;
                source.borrowers--;
            }
            closeIfIdle(source);
        }
    }
}
