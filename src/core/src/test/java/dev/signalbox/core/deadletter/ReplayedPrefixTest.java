package dev.signalbox.core.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.core.ledger.LetterRanges;
import dev.signalbox.core.ledger.LetterState;
import dev.signalbox.core.ledger.Owner;
import dev.signalbox.core.ledger.ReplayHistory;
import dev.signalbox.core.ledger.ReplayLedger.Entry;
import dev.signalbox.core.model.Destination;
import dev.signalbox.core.model.DestinationKind;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageId;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.model.MessageStream;
import dev.signalbox.core.model.Partition;
import dev.signalbox.core.model.Reading;
import dev.signalbox.core.model.TimestampType;
import dev.signalbox.core.port.Details;
import dev.signalbox.core.port.Reader;
import dev.signalbox.core.port.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReplayedPrefixTest {
    private final TreeMap<Long, Message> log = new TreeMap<>();
    private final List<Entry> known = new ArrayList<>();

    @Test
    void endsBeforeTheFirstLetterThatWasNotReplayed() throws Exception {
        put(IntStream.rangeClosed(3, 9));
        sent(3, 5);
        sent(5, 7);
        sent(8, 9);

        assertThat(prefix(3, 10)).containsExactly(new Range(0, 3, 7));
    }

    @Test
    void goesOnWhereThereIsNoLetterAtAll() throws Exception {
        put(IntStream.of(3, 4, 7, 8));
        sent(3, 5);
        sent(7, 9);

        assertThat(prefix(2, 10)).containsExactly(new Range(0, 2, 10));
    }

    @Test
    void isNothingWhereTheOldestLetterWasNotReplayed() throws Exception {
        put(IntStream.rangeClosed(3, 9));
        sent(4, 9);

        assertThat(prefix(3, 10)).isEmpty();
    }

    @Test
    void aLetterInDoubtWasNotReplayed() throws Exception {
        put(IntStream.rangeClosed(0, 4));
        sent(0, 2);
        known.add(entry(new Range(0, 2, 4), LetterState.SENDING));

        assertThat(prefix(0, 5)).containsExactly(new Range(0, 0, 2));
    }

    @Test
    void isNothingInAQueueAndInAnEmptyTopic() throws Exception {
        sent(0, 2);

        assertThat(prefix(4, 4)).isEmpty();
        assertThat(of(DestinationKind.QUEUE, 0, 2)).isEmpty();
    }

    private List<Range> prefix(long start, long end) throws Exception {
        return of(DestinationKind.TOPIC, start, end);
    }

    private List<Range> of(DestinationKind kind, long start, long end) throws Exception {
        ReplayHistory history =
                (_, _, letters) ->
                        known.stream()
                                .filter(
                                        entry ->
                                                !LetterRanges.common(
                                                                letters, List.of(entry.letters()))
                                                        .isEmpty())
                                .toList();
        return new ReplayedPrefix(new Log(), history, "cluster")
                .of(
                        new Destination(
                                "orders-dlt",
                                kind,
                                false,
                                List.of(
                                        new Partition(
                                                0,
                                                OptionalInt.of(1),
                                                1,
                                                1,
                                                Reading.of(start),
                                                Reading.of(end))),
                                Reading.of(end - start),
                                Reading.of(0),
                                Optional.of("orders"),
                                Optional.empty(),
                                Optional.empty()));
    }

    private void put(IntStream offsets) {
        offsets.forEach(
                offset ->
                        log.put(
                                (long) offset,
                                new Message(
                                        new MessageId("orders-dlt", 0, offset),
                                        Instant.EPOCH,
                                        TimestampType.CREATE_TIME,
                                        null,
                                        null,
                                        List.of())));
    }

    private void sent(long from, long to) {
        known.add(entry(new Range(0, from, to), LetterState.SENT));
    }

    private static Entry entry(Range range, LetterState state) {
        return new Entry(range, state, new UUID(0, 1), Instant.EPOCH, new Owner("desk-7", 1, 1));
    }

    private final class Log implements Reader {
        @Override
        public Details inspect(Subject subject) {
            throw new UnsupportedOperationException();
        }

        @Override
        public MessageStream browse(String destination, MessageSelection selection, long limit) {
            List<Range> ranges = ((MessageSelection.Ranges) selection).ranges();
            Iterator<Message> messages =
                    log.values().stream()
                            .filter(
                                    message ->
                                            ranges.stream()
                                                    .anyMatch(
                                                            range ->
                                                                    range.contains(
                                                                            0,
                                                                            message.id()
                                                                                    .position())))
                            .limit(limit)
                            .iterator();
            return new MessageStream() {
                @Override
                public Optional<Message> next() {
                    return messages.hasNext() ? Optional.of(messages.next()) : Optional.empty();
                }

                @Override
                public void close() {}
            };
        }
    }
}
