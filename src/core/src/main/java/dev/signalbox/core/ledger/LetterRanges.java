package dev.signalbox.core.ledger;

import dev.signalbox.core.model.MessageSelection.Range;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Arithmetic on sets of offset ranges. Sorting aside, each takes as long as the sets are large: a queue's letters are a
/// range each, and there may be hundreds of thousands.
public final class LetterRanges {
    private LetterRanges() {}

    /// What is in `wanted` and not in `taken`, in order, adjoining ranges joined.
    public static List<Range> without(List<Range> wanted, List<Range> taken) {
        List<Range> gone = joined(taken);
        List<Range> rest = new ArrayList<>();
        int next = 0;
        for (Range range : joined(wanted)) {
            next = firstNotBefore(range, gone, next);
            long from = range.from();
            for (int i = next; i < gone.size() && overlap(gone.get(i), range); i++) {
                if (from < gone.get(i).from()) {
                    rest.add(new Range(range.partition(), from, gone.get(i).from()));
                }
                from = gone.get(i).to();
            }
            if (from < range.to()) {
                rest.add(new Range(range.partition(), from, range.to()));
            }
        }
        return List.copyOf(rest);
    }

    /// What is in both, in order.
    public static List<Range> common(List<Range> one, List<Range> other) {
        List<Range> others = joined(other);
        List<Range> common = new ArrayList<>();
        int next = 0;
        for (Range range : joined(one)) {
            next = firstNotBefore(range, others, next);
            for (int i = next; i < others.size() && overlap(others.get(i), range); i++) {
                common.add(
                        new Range(
                                range.partition(),
                                Math.max(range.from(), others.get(i).from()),
                                Math.min(range.to(), others.get(i).to())));
            }
        }
        return List.copyOf(common);
    }

    /// Whether some of a range is in a set that [#joined] has put in order.
    static boolean touches(List<Range> joined, Range range) {
        int low = 0;
        int high = joined.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (liesBefore(joined.get(middle), range)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < joined.size() && overlap(joined.get(low), range);
    }

    /// Whether one letter is in a set that [#joined] has put in order.
    public static boolean holds(List<Range> joined, int partition, long position) {
        return touches(joined, new Range(partition, position, position + 1));
    }

    /// The same set in order, with overlapping and adjoining ranges made one.
    public static List<Range> joined(List<Range> ranges) {
        if (isJoined(ranges)) {
            return List.copyOf(ranges);
        }
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

    private static boolean isJoined(List<Range> ranges) {
        Range before = null;
        for (Range range : ranges) {
            if (range.length() == 0
                    || (before != null
                            && (before.partition() > range.partition()
                                    || (before.partition() == range.partition()
                                            && before.to() >= range.from())))) {
                return false;
            }
            before = range;
        }
        return true;
    }

    /// How many offsets are in the set.
    public static long count(List<Range> ranges) {
        return joined(ranges).stream().mapToLong(Range::length).sum();
    }

    private static int firstNotBefore(Range range, List<Range> sorted, int from) {
        int next = from;
        while (next < sorted.size() && liesBefore(sorted.get(next), range)) {
            next++;
        }
        return next;
    }

    private static boolean liesBefore(Range one, Range other) {
        return one.partition() < other.partition()
                || (one.partition() == other.partition() && one.to() <= other.from());
    }

    private static boolean overlap(Range one, Range other) {
        return one.partition() == other.partition()
                && one.from() < other.to()
                && other.from() < one.to();
    }
}
