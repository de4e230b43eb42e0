package dev.signalbox.core.ledger;

import dev.signalbox.core.model.MessageSelection.Range;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Arithmetic on sets of offset ranges.
public final class LetterRanges {
    private LetterRanges() {}

    /// What is in `wanted` and not in `taken`, in order, adjoining ranges joined.
    public static List<Range> without(List<Range> wanted, List<Range> taken) {
        List<Range> rest = new ArrayList<>(wanted);
        for (Range gone : taken) {
            List<Range> left = new ArrayList<>();
            for (Range range : rest) {
                left.addAll(cut(range, gone));
            }
            rest = left;
        }
        return joined(rest);
    }

    /// What is in both, in order.
    public static List<Range> common(List<Range> one, List<Range> other) {
        List<Range> common = new ArrayList<>();
        for (Range a : one) {
            for (Range b : other) {
                long from = Math.max(a.from(), b.from());
                long to = Math.min(a.to(), b.to());
                if (a.partition() == b.partition() && from < to) {
                    common.add(new Range(a.partition(), from, to));
                }
            }
        }
        return joined(common);
    }

    /// The same set in order, with overlapping and adjoining ranges made one.
    public static List<Range> joined(List<Range> ranges) {
        List<Range> sorted = new ArrayList<>(ranges);
        sorted.removeIf(range -> range.length() == 0);
        sorted.sort(Comparator.comparingInt(Range::partition).thenComparingLong(Range::from));
        List<Range> joined = new ArrayList<>();
        for (Range range : sorted) {
            Range last = joined.isEmpty() ? null : joined.getLast();
            if (last != null
                    && last.partition() == range.partition()
                    && range.from() <= last.to()) {
                joined.set(
                        joined.size() - 1,
                        new Range(last.partition(), last.from(), Math.max(last.to(), range.to())));
            } else {
                joined.add(range);
            }
        }
        return List.copyOf(joined);
    }

    /// How many offsets are in the set.
    public static long count(List<Range> ranges) {
        return joined(ranges).stream().mapToLong(Range::length).sum();
    }

    private static List<Range> cut(Range range, Range gone) {
        if (range.partition() != gone.partition()
                || gone.to() <= range.from()
                || range.to() <= gone.from()) {
            return List.of(range);
        }
        List<Range> left = new ArrayList<>();
        if (range.from() < gone.from()) {
            left.add(new Range(range.partition(), range.from(), gone.from()));
        }
        if (gone.to() < range.to()) {
            left.add(new Range(range.partition(), gone.to(), range.to()));
        }
        return left;
    }
}
