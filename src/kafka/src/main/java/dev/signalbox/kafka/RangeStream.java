package dev.signalbox.kafka;

import dev.signalbox.core.ledger.LetterRanges;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.model.MessageStream;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads exactly the given ranges of a topic, as a consumer does that reads committed messages: without a group and
/// without commits. For one thread; its consumer lives and dies with it.
///
/// A range has been read when the consumer's position is at or past its end. Counting messages would not do: offsets are
/// missing where a topic is compacted, where a transaction ended and where one was aborted.
final class RangeStream implements MessageStream {
    private static final Logger LOG = LoggerFactory.getLogger(RangeStream.class);
    private static final Duration POLL = Duration.ofMillis(500);

    /// Up to here, reading what is not wanted costs less than fetching anew.
    private static final long WORTH_A_SEEK = 2_000;

    private final String topic;
    private final Consumer<byte[], byte[]> consumer;
    private final Duration patience;
    private final Map<TopicPartition, Deque<Range>> left = new HashMap<>();
    private Iterator<ConsumerRecord<byte[], byte[]>> fetched = Collections.emptyIterator();

    /// What is left of the partition of the last record: of the next one too, most often.
    private @Nullable Deque<Range> wanted;

    private int wantedOf = -1;

    private RangeStream(String topic, Consumer<byte[], byte[]> consumer, Duration patience) {
        this.topic = topic;
        this.consumer = consumer;
        this.patience = patience;
    }

    /// @param ranges within what the topic holds
    static RangeStream open(KafkaSettings settings, String topic, List<Range> ranges)
            throws ConnectorException {
        Consumer<byte[], byte[]> consumer;
        try {
            consumer = new KafkaConsumer<>(settings.consumer());
        } catch (KafkaException e) {
            throw KafkaProblems.ofCreation(e, topic);
        }
        RangeStream stream = new RangeStream(topic, consumer, settings.callTimeout());
        stream.start(LetterRanges.joined(ranges));
        return stream;
    }

    private void start(List<Range> ranges) {
        for (Range range : ranges) {
            left.computeIfAbsent(
                            new TopicPartition(topic, range.partition()), _ -> new ArrayDeque<>())
                    .add(range);
        }
        consumer.assign(left.keySet());
        left.forEach((partition, first) -> consumer.seek(partition, first.getFirst().from()));
    }

    @Override
    public Optional<Message> next() throws ConnectorException, InterruptedException {
        try {
            return advance();
        } catch (InterruptException e) {
            // It has set the flag again, which an InterruptedException must not.
            Thread.interrupted();
            throw new InterruptedException(e.getMessage());
        } catch (KafkaException e) {
            throw KafkaProblems.exception(e, topic);
        }
    }

    /// Partitions whose ranges have not been read to their end (yet).
    Set<Integer> unread() {
        dropWhatIsRead();
        return Set.copyOf(left.keySet().stream().map(TopicPartition::partition).toList());
    }

    private Optional<Message> advance() throws ConnectorException {
        while (true) {
            while (fetched.hasNext()) {
                ConsumerRecord<byte[], byte[]> record = fetched.next();
                if (isWanted(record)) {
                    return Optional.of(Records.message(record));
                }
            }
            dropWhatIsRead();
            if (left.isEmpty()) {
                return Optional.empty();
            }
            fetch();
        }
    }

    private boolean isWanted(ConsumerRecord<byte[], byte[]> record) {
        if (record.partition() != wantedOf) {
            wantedOf = record.partition();
            wanted = left.get(new TopicPartition(topic, wantedOf));
        }
        if (wanted == null) {
            return false;
        }
        while (!wanted.isEmpty() && wanted.getFirst().to() <= record.offset()) {
            wanted.removeFirst();
        }
        return !wanted.isEmpty() && wanted.getFirst().from() <= record.offset();
    }

    /// Forgets the ranges the position has passed. Only right when all that was fetched has been handed out.
    private void dropWhatIsRead() {
        if (fetched.hasNext()) {
            return;
        }
        wantedOf = -1;
        Iterator<Map.Entry<TopicPartition, Deque<Range>>> each = left.entrySet().iterator();
        while (each.hasNext()) {
            Map.Entry<TopicPartition, Deque<Range>> entry = each.next();
            long position = consumer.position(entry.getKey());
            Deque<Range> rest = entry.getValue();
            while (!rest.isEmpty() && rest.getFirst().to() <= position) {
                rest.removeFirst();
            }
            if (rest.isEmpty()) {
                consumer.pause(List.of(entry.getKey()));
                each.remove();
            } else if (rest.getFirst().from() - position > WORTH_A_SEEK) {
                consumer.seek(entry.getKey(), rest.getFirst().from());
            }
        }
    }

    /// Waits until some position has moved on.
    private void fetch() throws ConnectorException {
        Map<TopicPartition, Long> before = positions();
        long deadline = System.nanoTime() + patience.toNanos();
        while (!fetched.hasNext() && positions().equals(before)) {
            if (System.nanoTime() > deadline) {
                throw KafkaProblems.exception(ProblemKind.TIMEOUT, "browse.stuck", topic);
            }
            try {
                fetched = consumer.poll(POLL).iterator();
            } catch (OffsetOutOfRangeException e) {
                skipWhatIsGone(e.offsetOutOfRangePartitions());
            }
        }
    }

    private Map<TopicPartition, Long> positions() {
        Map<TopicPartition, Long> positions = new HashMap<>();
        left.keySet().forEach(each -> positions.put(each, consumer.position(each)));
        return positions;
    }

    /// Messages that were deleted since the ranges were made cannot be read. A log that has become shorter is another one
    /// than the ranges were made of.
    private void skipWhatIsGone(Map<TopicPartition, Long> positions) throws ConnectorException {
        Map<TopicPartition, Long> starts = consumer.beginningOffsets(positions.keySet());
        for (Map.Entry<TopicPartition, Long> entry : positions.entrySet()) {
            long start = starts.getOrDefault(entry.getKey(), 0L);
            if (entry.getValue() >= start) {
                throw KafkaProblems.exception(
                        ProblemKind.CONFLICT, "browse.shorter", entry.getKey().toString());
            }
            consumer.seek(entry.getKey(), start);
        }
    }

    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        try {
            consumer.close(CloseOptions.timeout(Duration.ZERO));
        } catch (KafkaException e) {
            LOG.debug("Consumer of {} did not close cleanly", topic, e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
