package dev.signalbox.app.transactions;

import dev.signalbox.core.metrics.Point;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/// Adds up figures that several connections have told, each at moments of its own.
final class PhaseHistory {
    private PhaseHistory() {}

    /// From the first moment at which all have told theirs: before it, a sum would leave some out.
    static List<Point> sum(List<List<Point>> all) {
        if (all.size() == 1) {
            return all.getFirst();
        }
        TreeMap<Instant, double[]> changes = new TreeMap<>();
        for (int i = 0; i < all.size(); i++) {
            for (Point point : all.get(i)) {
                changes.computeIfAbsent(point.at(), _ -> unknown(all.size()))[i] = point.value();
            }
        }
        double[] last = unknown(all.size());
        List<Point> sums = new ArrayList<>();
        changes.forEach(
                (at, told) -> {
                    double sum = 0;
                    for (int i = 0; i < told.length; i++) {
                        last[i] = Double.isNaN(told[i]) ? last[i] : told[i];
                        sum += last[i];
                    }
                    if (!Double.isNaN(sum)) {
                        sums.add(new Point(at, sum));
                    }
                });
        return List.copyOf(sums);
    }

    private static double[] unknown(int size) {
        double[] values = new double[size];
        Arrays.fill(values, Double.NaN);
        return values;
    }
}
