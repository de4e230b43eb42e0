package dev.signalbox.kafka;

import dev.signalbox.core.ledger.LetterRanges;
import dev.signalbox.core.model.MessageSelection.Range;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/// What a replay has put into the transaction that is under way: places of letters, and no letter itself. What becomes
/// of an aborted one is read again.
final class OpenTransaction {
    /// So long at most others wait for what is in it, and a replay that is alive shows that to its rivals.
    private static final long LONGEST_NANOS = Duration.ofSeconds(1).toNanos();

    private final long since = System.nanoTime();
    private final List<Range> letters = new ArrayList<>();
    private final Map<TopicPartition, Long> place = new HashMap<>();
    private final SortedMap<String, Long> sentTo = new TreeMap<>();
    private final SortedMap<String, Long> leftOut = new TreeMap<>();
    private int batches;
    private long copies;
    private boolean full;

    void add(PreparedBatch batch) {
        letters.addAll(batch.letters());
        place.putAll(batch.place());
        batch.sentTo().forEach((topic, count) -> sentTo.merge(topic, count, Long::sum));
        batch.leftOut().forEach((reason, count) -> leftOut.merge(reason, count, Long::sum));
        copies += batch.records().size();
        batches++;
        full |= batch.alone();
    }

    /// Whether it is time to commit it.
    boolean isFull(int most) {
        return full || batches >= most || System.nanoTime() - since >= LONGEST_NANOS;
    }

    /// Whether it is no transaction yet, on the broker.
    boolean isEmpty() {
        return copies == 0;
    }

    /// Of which there are copies in it.
    List<Range> letters() {
        return LetterRanges.joined(letters);
    }

    /// How far it brings the replay, by partition.
    Map<TopicPartition, Long> place() {
        return place;
    }

    SortedMap<String, Long> sentTo() {
        return sentTo;
    }

    /// How many letters on the way have no copy, by the reason.
    SortedMap<String, Long> leftOut() {
        return leftOut;
    }

    long copies() {
        return copies;
    }
}
