package dev.signalbox.core.deadletter;

import dev.signalbox.core.ledger.LetterRanges;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageId;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.model.MessageStream;
import dev.signalbox.core.port.Reader;
import dev.signalbox.core.problem.ConnectorException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/// Goes through the letters of one place and hands out those that are meant. Holds one letter at a time.
public final class LetterSearch {
    private static final int PROGRESS_EVERY = 1_000;

    private final Reader reader;
    private final DeadLetterRules rules;
    private final String destination;
    private final LetterFilter filter;

    public LetterSearch(
            Reader reader, DeadLetterRules rules, String destination, LetterFilter filter) {
        this.reader = reader;
        this.rules = rules;
        this.destination = destination;
        this.filter = filter;
    }

    /// Takes letters, and may fail: what it throws ends the search.
    public interface Taker {
        void take(DeadLetter letter) throws ConnectorException;
    }

    /// @param found called with each letter that is meant
    /// @param read called now and then with how many letters have been looked at
    public void forEach(MessageSelection within, Taker found, LongConsumer read)
            throws ConnectorException, InterruptedException {
        long count = 0;
        try (MessageStream messages = reader.browse(destination, within, Long.MAX_VALUE)) {
            Optional<Message> next = messages.next();
            while (next.isPresent()) {
                DeadLetter letter = rules.read(next.get());
                if (filter.test(letter)) {
                    found.take(letter);
                }
                count++;
                if (count % PROGRESS_EVERY == 0) {
                    read.accept(count);
                    if (Thread.interrupted()) {
                        throw new InterruptedException();
                    }
                }
                next = messages.next();
            }
        }
        read.accept(count);
    }

    /// The letters that are meant as exact ranges, for an action. Without conditions the selection as it is: its plan
    /// freezes it.
    public MessageSelection freeze(MessageSelection within, LongConsumer read)
            throws ConnectorException, InterruptedException {
        return filter.isAll() ? within : exact(within, read);
    }

    /// The first of them, oldest first, as exact ranges.
    ///
    /// @param most so many at most
    public MessageSelection first(int most) throws ConnectorException, InterruptedException {
        Map<Integer, List<Range>> byPartition = new TreeMap<>();
        long limit = filter.isAll() ? most : Long.MAX_VALUE;
        int found = 0;
        try (MessageStream messages =
                reader.browse(destination, new MessageSelection.All(), limit)) {
            Optional<Message> next = messages.next();
            while (next.isPresent() && found < most) {
                if (filter.test(rules.read(next.get()))) {
                    add(byPartition, next.get().id());
                    found++;
                }
                next = found < most ? messages.next() : Optional.empty();
            }
        }
        return joined(byPartition);
    }

    private MessageSelection exact(MessageSelection within, LongConsumer read)
            throws ConnectorException, InterruptedException {
        Map<Integer, List<Range>> byPartition = new TreeMap<>();
        forEach(within, letter -> add(byPartition, letter.message().id()), read);
        return joined(byPartition);
    }

    private static MessageSelection joined(Map<Integer, List<Range>> byPartition) {
        List<Range> all = new ArrayList<>();
        byPartition.values().forEach(all::addAll);
        all.sort(Comparator.comparingInt(Range::partition).thenComparingLong(Range::from));
        return new MessageSelection.Ranges(LetterRanges.joined(all));
    }

    private static void add(Map<Integer, List<Range>> byPartition, MessageId id) {
        List<Range> ranges = byPartition.computeIfAbsent(id.partition(), _ -> new ArrayList<>());
        Range last = ranges.isEmpty() ? null : ranges.getLast();
        if (last != null && last.to() == id.position()) {
            ranges.set(
                    ranges.size() - 1, new Range(id.partition(), last.from(), id.position() + 1));
        } else {
            ranges.add(new Range(id.partition(), id.position(), id.position() + 1));
        }
    }
}
