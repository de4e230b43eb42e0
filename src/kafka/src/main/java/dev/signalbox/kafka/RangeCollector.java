package dev.signalbox.kafka;

import dev.signalbox.core.ledger.LetterRanges;
import dev.signalbox.core.model.MessageId;
import dev.signalbox.core.model.MessageSelection.Range;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Collects places of messages, read in order within each partition, as ranges.
final class RangeCollector {
    private final Map<Integer, Range> growing = new HashMap<>();
    private final List<Range> done = new ArrayList<>();

    void add(MessageId id) {
        Range last = growing.get(id.partition());
        if (last != null && last.to() == id.position()) {
            growing.put(id.partition(), new Range(id.partition(), last.from(), id.position() + 1));
            return;
        }
        if (last != null) {
            done.add(last);
        }
        growing.put(id.partition(), new Range(id.partition(), id.position(), id.position() + 1));
    }

    List<Range> ranges() {
        List<Range> all = new ArrayList<>(done);
        all.addAll(growing.values());
        return LetterRanges.joined(all);
    }
}
