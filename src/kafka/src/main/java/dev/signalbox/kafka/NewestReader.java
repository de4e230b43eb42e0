package dev.signalbox.kafka;

import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.problem.ConnectorException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/// Finds the newest messages over all partitions of a topic.
///
/// Reads backwards in windows: any partition may hold all of the newest, and how many messages lie in so many offsets is
/// not known beforehand (see [RangeStream]).
final class NewestReader {
    private static final Comparator<Message> OLDEST_FIRST =
            Comparator.comparing(NewestReader::time)
                    .thenComparingInt(message -> message.id().partition())
                    .thenComparingLong(message -> message.id().position());

    private final KafkaSettings settings;
    private final TopicExtent extent;

    NewestReader(KafkaSettings settings, TopicExtent extent) {
        this.settings = settings;
        this.extent = extent;
    }

    /// The newest `count`, newest last.
    List<Message> read(int count) throws ConnectorException, InterruptedException {
        PriorityQueue<Message> newest = new PriorityQueue<>(OLDEST_FIRST);
        Map<Integer, Integer> found = new HashMap<>();
        List<Range> windows = new ArrayList<>();
        extent.held().forEach(held -> back(held, held.to(), count).ifPresent(windows::add));
        long step = count;
        while (!windows.isEmpty()) {
            readInto(newest, found, windows, count);
            step *= 4;
            List<Range> more = new ArrayList<>();
            for (Range window : windows) {
                if (found.getOrDefault(window.partition(), 0) < count) {
                    Range held = extent.held(window.partition()).orElseThrow();
                    back(held, window.from(), step).ifPresent(more::add);
                }
            }
            windows.clear();
            windows.addAll(more);
        }
        return newest.stream().sorted(OLDEST_FIRST).toList();
    }

    private void readInto(
            PriorityQueue<Message> newest,
            Map<Integer, Integer> found,
            List<Range> windows,
            int count)
            throws ConnectorException, InterruptedException {
        try (RangeStream stream = RangeStream.open(settings, extent.name(), windows)) {
            for (Optional<Message> message = stream.next();
                    message.isPresent();
                    message = stream.next()) {
                newest.add(message.get());
                found.merge(message.get().id().partition(), 1, Integer::sum);
                if (newest.size() > count) {
                    newest.remove();
                }
            }
        }
    }

    /// The window of so many offsets before `to`.
    private static Optional<Range> back(Range held, long to, long offsets) {
        long from = Math.max(held.from(), to - offsets);
        return from < to ? Optional.of(new Range(held.partition(), from, to)) : Optional.empty();
    }

    private static Instant time(Message message) {
        Instant timestamp = message.timestamp();
        return timestamp == null ? Instant.EPOCH : timestamp;
    }
}
