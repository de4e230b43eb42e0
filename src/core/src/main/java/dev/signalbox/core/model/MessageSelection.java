package dev.signalbox.core.model;

import java.time.Instant;
import java.util.List;

/// Which messages of a destination are meant.
///
/// A plan turns any selection into [Ranges]: a frozen set that later arrivals never join.
public sealed interface MessageSelection {
    /// All that is retained at the time of asking.
    record All() implements MessageSelection {}

    /// The newest `count` messages over all partitions, newest last.
    record Newest(int count) implements MessageSelection {}

    /// All with a timestamp at or after `from`.
    record Since(Instant from) implements MessageSelection {}

    /// Just these.
    record Ids(List<MessageId> ids) implements MessageSelection {
        public Ids {
            ids = List.copyOf(ids);
        }
    }

    /// A frozen set: half-open offset ranges.
    record Ranges(List<Range> ranges) implements MessageSelection {
        public Ranges {
            ranges = List.copyOf(ranges);
        }
    }

    /// Offsets `from` (included) to `to` (excluded) of one partition.
    record Range(int partition, long from, long to) {
        public Range {
            if (from < 0 || to < from) {
                throw new IllegalArgumentException("no range: " + from + " to " + to);
            }
        }

        public long length() {
            return to - from;
        }

        public boolean contains(int otherPartition, long position) {
            return partition == otherPartition && from <= position && position < to;
        }
    }
}
