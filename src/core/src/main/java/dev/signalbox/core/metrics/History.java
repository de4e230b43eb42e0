package dev.signalbox.core.metrics;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The figures of one connection over the last while, for charts. Bounded: the oldest go first.
///
/// Written by the poll thread, read by any.
public final class History {
    private final int capacity;
    private final Map<SeriesKey, Deque<Point>> series = new HashMap<>();

    /// @param capacity points kept for each series
    public History(int capacity) {
        this.capacity = capacity;
    }

    public synchronized void add(SeriesKey key, Instant at, double value) {
        Deque<Point> points = series.computeIfAbsent(key, _ -> new ArrayDeque<>());
        if (points.size() == capacity) {
            points.removeFirst();
        }
        points.addLast(new Point(at, value));
    }

    /// Oldest first; empty for a series nobody has written.
    public synchronized List<Point> points(SeriesKey key) {
        Deque<Point> points = series.get(key);
        return points == null ? List.of() : List.copyOf(points);
    }

    /// Forgets series whose newest point is older than `before`: topics and groups come and go.
    public synchronized void forgetOlderThan(Instant before) {
        series.values().removeIf(points -> points.getLast().at().isBefore(before));
    }
}
