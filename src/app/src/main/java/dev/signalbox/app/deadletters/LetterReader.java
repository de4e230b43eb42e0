package dev.signalbox.app.deadletters;

import dev.signalbox.core.ledger.ReplayHistory;
import dev.signalbox.core.ledger.ReplayLedger;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageId;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.model.MessageStream;
import dev.signalbox.core.monitor.Connections;
import dev.signalbox.core.problem.ConnectorException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the newest letters of a place, as many as can be held in memory. Blocks; changes nothing.
public final class LetterReader {
    private static final int MOST = 500;
    private static final int LEAST = 5;

    /// Letters may be large, and all of them are held.
    private static final long MOST_BYTES = 64L * 1024 * 1024;

    private final Connections connections;
    private final ReplayHistory replays;

    public LetterReader(Connections connections, ReplayHistory replays) {
        this.connections = connections;
        this.replays = replays;
    }

    LetterPage read(LetterPlace place) throws ConnectorException, InterruptedException {
        int count = MOST;
        Optional<List<Message>> read = newest(place, count);
        while (read.isEmpty()) {
            count = Math.max(LEAST, count / 10);
            read = newest(place, count);
        }
        List<Message> messages = read.get();
        Map<MessageId, ReplayLedger.Entry> known = known(place, messages);
        List<Letter> letters =
                messages.stream()
                        .map(
                                message ->
                                        Letter.of(
                                                message,
                                                Optional.ofNullable(known.get(message.id()))))
                        .sorted(Letter.NEWEST_FIRST)
                        .toList();
        return new LetterPage(letters, messages.size() < count);
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

    /// The last replay of each letter that was in one.
    private Map<MessageId, ReplayLedger.Entry> known(LetterPlace place, List<Message> messages)
            throws ConnectorException {
        List<Range> ranges =
                messages.stream()
                        .map(Message::id)
                        .map(id -> new Range(id.partition(), id.position(), id.position() + 1))
                        .toList();
        Map<MessageId, ReplayLedger.Entry> known = new HashMap<>();
        if (ranges.isEmpty()) {
            return known;
        }
        for (ReplayLedger.Entry entry :
                replays.find(place.clusterId(), place.destination().name(), ranges)) {
            messages.stream()
                    .map(Message::id)
                    .filter(id -> entry.letters().contains(id.partition(), id.position()))
                    .forEach(id -> known.put(id, entry));
        }
        return known;
    }
}
