package dev.signalbox.kafka;

import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageId;
import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/// Fetches the messages that dead letters only point to from where they died. For one thread.
///
/// Letters lie in about the order in which their messages died, so each partition is read on from the last one found.
final class Originals implements AutoCloseable {
    private static final int OPEN_AT_ONCE = 8;

    /// Up to here, reading on costs less than beginning anew.
    private static final long WORTH_BEGINNING_ANEW = 2_000;

    private final Cluster cluster;
    private final LinkedHashMap<TopicPartition, Cursor> cursors =
            new LinkedHashMap<>(16, 0.75f, true);

    Originals(Cluster cluster) {
        this.cluster = cluster;
    }

    /// The message at a place; empty where it is not there any more.
    Optional<Message> find(MessageId place) throws ConnectorException, InterruptedException {
        TopicPartition partition = new TopicPartition(place.destination(), place.partition());
        Cursor known = cursors.get(partition);
        if (known != null && known.isNear(place.position())) {
            return known.find(place.position());
        }
        forget(partition);
        Optional<Cursor> begun = begin(place);
        if (begun.isEmpty()) {
            return Optional.empty();
        }
        cursors.put(partition, begun.get());
        while (cursors.size() > OPEN_AT_ONCE) {
            forget(cursors.firstEntry().getKey());
        }
        return begun.get().find(place.position());
    }

    private Optional<Cursor> begin(MessageId place)
            throws ConnectorException, InterruptedException {
        TopicExtent extent;
        try {
            extent = TopicExtent.read(cluster.link(), place.destination());
        } catch (ConnectorException e) {
            if (e.problem().kind() == ProblemKind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
        Optional<Range> held = extent.held(place.partition());
        if (held.isEmpty()
                || place.position() < held.get().from()
                || place.position() >= held.get().to()) {
            return Optional.empty();
        }
        Range rest = new Range(place.partition(), place.position(), held.get().to());
        return Optional.of(
                new Cursor(
                        cluster.browser().read(extent, List.of(rest)),
                        place.position(),
                        held.get().to()));
    }

    private void forget(TopicPartition partition) {
        Cursor cursor = cursors.remove(partition);
        if (cursor != null) {
            cursor.stream.close();
        }
    }

    @Override
    public void close() {
        for (Map.Entry<TopicPartition, Cursor> entry : cursors.entrySet()) {
            entry.getValue().stream.close();
        }
        cursors.clear();
    }

    /// How far one partition has been read.
    private static final class Cursor {
        private final RangeStream stream;
        private final long end;
        private long next;

        /// Read, and further on than what was asked for.
        private @Nullable Message ahead;

        Cursor(RangeStream stream, long from, long end) {
            this.stream = stream;
            this.next = from;
            this.end = end;
        }

        boolean isNear(long position) {
            return next <= position && position < end && position - next < WORTH_BEGINNING_ANEW;
        }

        Optional<Message> find(long position) throws ConnectorException, InterruptedException {
            Optional<Message> read = ahead == null ? stream.next() : Optional.of(ahead);
            while (read.isPresent() && read.get().id().position() < position) {
                read = stream.next();
            }
            next = position + 1;
            boolean there = read.isPresent() && read.get().id().position() == position;
            ahead = there ? null : read.orElse(null);
            return there ? read : Optional.empty();
        }
    }
}
