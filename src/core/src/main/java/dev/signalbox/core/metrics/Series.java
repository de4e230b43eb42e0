package dev.signalbox.core.metrics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The points of one figure, in few bytes.
final class Series {
    private static final int FIRST_SIZE = 8;

    private long[] times = new long[FIRST_SIZE];
    private double[] values = new double[FIRST_SIZE];
    private int first;
    private int size;

    /// Adds a point and drops what is older than the span. The newest point is always kept; it takes the place of the
    /// one before where points are to be wider apart.
    ///
    /// @param most points the span may hold
    void add(long at, double value, long span, int most) {
        if (size > 0 && at < newest()) {
            // The clock was set back: points would run backwards.
            size = 0;
        }
        while (size > 0 && (times[index(0)] < at - span || size > most)) {
            dropFirst();
        }
        if (size >= 2 && at - times[index(size - 2)] < span / most) {
            size--;
        } else if (size == most) {
            dropFirst();
        }
        if (size == times.length) {
            grow(Math.max(size + 1, Math.min(2 * size, most)));
        }
        times[index(size)] = at;
        values[index(size)] = value;
        size++;
    }

    List<Point> points() {
        List<Point> points = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            points.add(new Point(Instant.ofEpochMilli(times[index(i)]), values[index(i)]));
        }
        return List.copyOf(points);
    }

    long newest() {
        return times[index(size - 1)];
    }

    private void dropFirst() {
        first = index(1);
        size--;
    }

    private int index(int position) {
        return (first + position) % times.length;
    }

    private void grow(int capacity) {
        long[] oldTimes = times;
        double[] oldValues = values;
        times = Arrays.copyOf(oldTimes, capacity);
        values = Arrays.copyOf(oldValues, capacity);
        for (int i = 0; i < size; i++) {
            int old = (first + i) % oldTimes.length;
            times[i] = oldTimes[old];
            values[i] = oldValues[old];
        }
        first = 0;
    }
}
