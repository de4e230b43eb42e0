package dev.signalbox.demo.services.transaction;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A coordinator in memory. Answers can be lost, before or after it has done what was asked.
public final class FakeCoordinator implements Coordinator {

    /// How the next request fares.
    public enum Line {
        /// It does not arrive.
        REQUEST_LOST,
        /// It is done, but the caller is not told.
        ANSWER_LOST
    }

    private final Map<String, Ending> transactions = new ConcurrentHashMap<>();
    private final List<String> begun = new ArrayList<>();
    private final Deque<Line> lines = new ArrayDeque<>();

    @Override
    public synchronized String begin(String name, Duration timeout) throws CoordinatorException {
        if (lines.poll() != null) {
            throw lost();
        }
        String xid = "xid-" + begun.size();
        begun.add(xid);
        transactions.put(xid, Ending.OPEN);
        return xid;
    }

    @Override
    public Ending commit(String xid) throws CoordinatorException {
        return end(xid, Ending.COMMITTED);
    }

    @Override
    public Ending rollBack(String xid) throws CoordinatorException {
        return end(xid, Ending.ROLLED_BACK);
    }

    @Override
    public synchronized Ending ending(String xid) throws CoordinatorException {
        if (lines.poll() != null) {
            throw lost();
        }
        return transactions.getOrDefault(xid, Ending.FORGOTTEN);
    }

    /// Ends a transaction as somebody else would.
    public void endFromOutside(String xid, Ending ending) {
        transactions.put(xid, ending);
    }

    /// Forgets a transaction, as the coordinator does some time after its end.
    public void forget(String xid) {
        transactions.remove(xid);
    }

    /// How the next requests fare, in turn.
    public synchronized void lose(Line... next) {
        lines.addAll(List.of(next));
    }

    public synchronized List<String> begun() {
        return List.copyOf(begun);
    }

    private synchronized Ending end(String xid, Ending wish) throws CoordinatorException {
        Line line = lines.poll();
        if (line == Line.REQUEST_LOST) {
            throw lost();
        }
        transactions.replace(xid, Ending.OPEN, wish);
        if (line == Line.ANSWER_LOST) {
            throw lost();
        }
        return transactions.getOrDefault(xid, Ending.FORGOTTEN);
    }

    private static CoordinatorException lost() {
        return new CoordinatorException("not reachable", new IllegalStateException("by order"));
    }
}
