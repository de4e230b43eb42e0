package dev.signalbox.core.metrics;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// When the end offset of one partition passed which offset, as far as it was watched.
///
/// Bounded: of old looks only so many stay that a time is known to an eighth of its age, for two days and more.
final class EndOffsets {
    private static final int FIRST_SIZE = 4;
    private static final int MOST = 160;
    private static final int PARTS_OF_AGE = 8;

    private long[] times = new long[FIRST_SIZE];
    private long[] ends = new long[FIRST_SIZE];
    private int size;

    /// Takes a look in. An end that went back begins anew: the topic was made again, or lost its tail.
    void look(Instant at, long end) {
        if (size > 0 && end < ends[size - 1]) {
            size = 0;
        }
        if (size > 0 && end == ends[size - 1]) {
            return;
        }
        if (size == MOST) {
            thin(at.toEpochMilli());
        }
        if (size == times.length) {
            times = Arrays.copyOf(times, Math.min(MOST, 2 * size));
            ends = Arrays.copyOf(ends, times.length);
        }
        times[size] = at.toEpochMilli();
        ends[size] = end;
        size++;
    }

    /// Forgets what nobody will ask for: everybody has read to `offset`.
    void readTo(long offset) {
        int drop = 0;
        while (drop + 1 < size && ends[drop + 1] <= offset) {
            drop++;
        }
        dropFirst(drop);
    }

    /// When the message with this offset was first seen to be there; empty when it was there before the watch began,
    /// or is not there yet.
    Optional<Instant> passed(long offset) {
        int look = firstBeyond(offset);
        return look == 0 || look == size
                ? Optional.empty()
                : Optional.of(Instant.ofEpochMilli(times[look]));
    }

    /// Says how long ago each of the messages from one offset to before another was first seen to be there. Leaves out
    /// those that were there before the watch began.
    void ages(long from, long to, Instant now, Ages ages) {
        long next = from;
        for (int look = firstBeyond(from); look < size && next < to; look++) {
            long upTo = Math.min(to, ends[look]);
            if (look > 0) {
                ages.take(Math.max(0, now.toEpochMilli() - times[look]), upTo - next);
            }
            next = upTo;
        }
        if (next < to && size > 0) {
            // Read after this poll looked at the end: they came and were processed just now.
            ages.take(0, to - next);
        }
    }

    /// Takes messages of one age.
    interface Ages {
        void take(long millis, long messages);
    }

    int size() {
        return size;
    }

    /// Index of the first look at which the end was beyond the offset; `size` when there is none.
    private int firstBeyond(long offset) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ends[middle] > offset) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /// Drops every look whose neighbours are no further apart than its age allows.
    private void thin(long now) {
        int kept = 1;
        for (int look = 1; look < size - 1; look++) {
            long gap = times[look + 1] - times[kept - 1];
            if (gap > (now - times[look]) / PARTS_OF_AGE) {
                times[kept] = times[look];
                ends[kept] = ends[look];
                kept++;
            }
        }
        times[kept] = times[size - 1];
        ends[kept] = ends[size - 1];
        size = kept + 1;
        dropFirst(Math.max(0, size - MOST + 1));
    }

    private void dropFirst(int count) {
        if (count > 0) {
            System.arraycopy(times, count, times, 0, size - count);
            System.arraycopy(ends, count, ends, 0, size - count);
            size -= count;
        }
    }
}
