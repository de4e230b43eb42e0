package dev.signalbox.core.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The figures of one connection over the last while, for charts. Bounded: the oldest go first, and the more series
/// there are the wider apart their points.
///
/// Written by the poll thread, read by any.
public final class History {
    private final Duration span;
    private final int pointsEach;
    private final int pointsInAll;
    private final Map<SeriesKey, Series> series = new HashMap<>();

    /// @param span how far back it reaches
    /// @param pointsEach most points of one series
    /// @param pointsInAll most points of all series together, but two for each stay
    public History(Duration span, int pointsEach, int pointsInAll) {
        this.span = span;
        this.pointsEach = pointsEach;
        this.pointsInAll = pointsInAll;
    }

    /// One that stays empty.
    public static History none() {
        return new History(Duration.ZERO, 0, 0);
    }

    public synchronized void add(SeriesKey key, Instant at, double value) {
        Series points = series.computeIfAbsent(key, _ -> new Series());
        int most = Math.max(2, Math.min(pointsEach, pointsInAll / series.size()));
        points.add(at.toEpochMilli(), value, span.toMillis(), most);
    }

    /// Oldest first; empty for a series nobody has written.
    public synchronized List<Point> points(SeriesKey key) {
        Series points = series.get(key);
        return points == null ? List.of() : points.points();
    }

    /// Forgets series whose newest point is older than `before`: topics and groups come and go.
    public synchronized void forgetOlderThan(Instant before) {
        series.values().removeIf(points -> points.newest() < before.toEpochMilli());
    }
}
