package dev.signalbox.app.deadletters;

import dev.signalbox.core.deadletter.CauseGroups;
import dev.signalbox.core.deadletter.DeadLetter;
import dev.signalbox.core.deadletter.DeadLetterRules;
import dev.signalbox.core.deadletter.LetterFilter;
import dev.signalbox.core.deadletter.LetterSearch;
import dev.signalbox.core.deadletter.ReplayedPrefix;
import dev.signalbox.core.ledger.ReplayHistory;
import dev.signalbox.core.ledger.ReplayLedger;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageId;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.model.MessageStream;
import dev.signalbox.core.monitor.Connections;
import dev.signalbox.core.problem.ConnectorException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/// Reads the letters of a place. Blocks; changes nothing.
public final class LetterReader {
    private static final int LEAST = 5;

    /// Letters may be large, and all of them are held.
    private static final long MOST_BYTES = 64L * 1024 * 1024;

    /// How often a survey tells what it has found.
    private static final long TELL_NANOS = Duration.ofMillis(300).toNanos();

    private final Connections connections;
    private final ReplayHistory replays;

    public LetterReader(Connections connections, ReplayHistory replays) {
        this.connections = connections;
        this.replays = replays;
    }

    /// The newest, as many as can be held in memory.
    LetterPage read(LetterPlace place) throws ConnectorException, InterruptedException {
        int count = LetterPile.MOST;
        Optional<List<Message>> read = newest(place, count);
        while (read.isEmpty()) {
            count = Math.max(LEAST, count / 10);
            read = newest(place, count);
        }
        List<Message> messages = read.get();
        List<Letter> letters =
                known(
                        place,
                        messages.stream()
                                .map(it -> Letter.of(rules(place).read(it), Optional.empty()))
                                .toList());
        return new LetterPage(
                letters.stream().sorted(Letter.NEWEST_FIRST).toList(), messages.size() < count);
    }

    /// Goes through all letters of the place.
    ///
    /// @param replayedToo whether those that were replayed count
    /// @param told now and then what has been found so far
    Found survey(LetterPlace place, LetterFilter filter, boolean replayedToo, Consumer<Found> told)
            throws ConnectorException, InterruptedException {
        Surveying surveying = new Surveying(place, Replayed.in(place, replays), replayedToo, told);
        search(place, filter)
                .forEach(new MessageSelection.All(), surveying::take, surveying::looked);
        return surveying.found(false);
    }

    /// Exactly the letters that are meant, for an action: later ones are not.
    MessageSelection freeze(LetterPlace place, LetterFilter filter)
            throws ConnectorException, InterruptedException {
        return search(place, filter).freeze(new MessageSelection.All(), _ -> {});
    }

    /// Hands on all letters that the filter leaves, one at a time.
    ///
    /// @param replayedToo also those that were replayed
    /// @param read called now and then with how many letters have been looked at
    void each(
            LetterPlace place,
            LetterFilter filter,
            boolean replayedToo,
            LetterSearch.Taker taker,
            LongConsumer read)
            throws ConnectorException, InterruptedException {
        Replayed replayed = Replayed.in(place, replays);
        search(place, filter)
                .forEach(
                        new MessageSelection.All(),
                        letter -> {
                            if (replayedToo || !replayed.holds(letter.message().id())) {
                                taker.take(letter);
                            }
                        },
                        read);
    }

    /// The letters at the start of each partition that have all been replayed.
    List<Range> replayedPrefix(LetterPlace place) throws ConnectorException, InterruptedException {
        return new ReplayedPrefix(
                        connections.reader(place.source().profileId()), replays, place.clusterId())
                .of(place.destination());
    }

    private LetterSearch search(LetterPlace place, LetterFilter filter)
            throws ConnectorException, InterruptedException {
        return new LetterSearch(
                connections.reader(place.source().profileId()),
                rules(place),
                place.destination().name(),
                filter);
    }

    /// How letters are recognised on the connection of the place.
    DeadLetterRules rules(LetterPlace place) {
        return connections.rules(place.source().profileId());
    }

    /// What a survey has found, and when it was told last.
    private final class Surveying {
        private final LetterPlace place;
        private final Replayed replayed;
        private final boolean replayedToo;
        private final Consumer<Found> told;
        private final CauseGroups causes = new CauseGroups();
        private final LetterPile pile = new LetterPile();
        private Found last = Found.begun();
        private long read;
        private long done;
        private long toldAt = System.nanoTime();

        Surveying(LetterPlace place, Replayed replayed, boolean replayedToo, Consumer<Found> told) {
            this.place = place;
            this.replayed = replayed;
            this.replayedToo = replayedToo;
            this.told = told;
        }

        void take(DeadLetter letter) throws ConnectorException {
            boolean before = replayed.holds(letter.message().id());
            done += before ? 1 : 0;
            if (before && !replayedToo) {
                return;
            }
            causes.add(letter);
            pile.add(Letter.of(letter, Optional.empty()));
            tell();
        }

        /// Also where none of many is meant: it has to be seen that it goes on.
        void looked(long count) {
            read = count;
            if (isTime()) {
                told.accept(last.read(count));
                toldAt = System.nanoTime();
            }
        }

        private void tell() throws ConnectorException {
            if (isTime()) {
                last = found(true);
                told.accept(last);
                toldAt = System.nanoTime();
            }
        }

        private boolean isTime() {
            return System.nanoTime() - toldAt >= TELL_NANOS;
        }

        Found found(boolean running) throws ConnectorException {
            CauseGroups.Summary summary = causes.summary();
            return new Found(
                    summary,
                    known(place, pile.letters()),
                    Math.max(read, summary.letters()),
                    done,
                    running,
                    Optional.empty());
        }
    }

    /// Empty when so many are too large to be held.
    private Optional<List<Message>> newest(LetterPlace place, int count)
            throws ConnectorException, InterruptedException {
        List<Message> messages = new ArrayList<>();
        long bytes = 0;
        try (MessageStream stream =
                connections
                        .reader(place.source().profileId())
                        .browse(
                                place.destination().name(),
                                new MessageSelection.Newest(count),
                                count)) {
            Optional<Message> next = stream.next();
            while (next.isPresent()) {
                messages.add(next.get());
                bytes += next.get().size();
                if (bytes > MOST_BYTES && count > LEAST) {
                    return Optional.empty();
                }
                next = stream.next();
            }
        }
        return Optional.of(messages);
    }

    /// The same letters, each with the last replay it was in.
    private List<Letter> known(LetterPlace place, List<Letter> letters) throws ConnectorException {
        if (letters.isEmpty()) {
            return letters;
        }
        List<Range> ranges =
                letters.stream()
                        .map(Letter::id)
                        .map(id -> new Range(id.partition(), id.position(), id.position() + 1))
                        .toList();
        Map<MessageId, ReplayLedger.Entry> known = new HashMap<>();
        for (ReplayLedger.Entry entry :
                replays.find(place.clusterId(), place.destination().name(), ranges)) {
            letters.stream()
                    .map(Letter::id)
                    .filter(id -> entry.letters().contains(id.partition(), id.position()))
                    .forEach(id -> known.put(id, entry));
        }
        return letters.stream()
                .map(letter -> letter.known(Optional.ofNullable(known.get(letter.id()))))
                .toList();
    }
}
