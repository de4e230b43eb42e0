package dev.signalbox.core.deadletter;

import dev.signalbox.core.ledger.LetterRanges;
import dev.signalbox.core.ledger.LetterState;
import dev.signalbox.core.ledger.ReplayHistory;
import dev.signalbox.core.ledger.ReplayLedger.Entry;
import dev.signalbox.core.model.Destination;
import dev.signalbox.core.model.DestinationKind;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.model.MessageStream;
import dev.signalbox.core.model.Partition;
import dev.signalbox.core.port.Reader;
import dev.signalbox.core.problem.ConnectorException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The letters at the start of each partition that have all been replayed: a log can let go of its oldest messages only, and
/// these are done with.
public final class ReplayedPrefix {
    private final Reader reader;
    private final ReplayHistory replays;
    private final String clusterId;

    public ReplayedPrefix(Reader reader, ReplayHistory replays, String clusterId) {
        this.reader = reader;
        this.replays = replays;
        this.clusterId = clusterId;
    }

    /// @param place as it was seen last; what has arrived since is not in it
    /// @return exact ranges, each from the start of a partition on; none for a queue, which replayed letters leave
    public List<Range> of(Destination place) throws ConnectorException, InterruptedException {
        List<Range> prefix = new ArrayList<>();
        if (place.kind() == DestinationKind.TOPIC) {
            for (Partition partition : place.partitions()) {
                OptionalLong start = partition.startOffset().value();
                OptionalLong end = partition.endOffset().value();
                if (start.isPresent() && end.isPresent() && start.getAsLong() < end.getAsLong()) {
                    of(
                                    place.name(),
                                    new Range(
                                            partition.index(), start.getAsLong(), end.getAsLong()))
                            .ifPresent(prefix::add);
                }
            }
        }
        return prefix;
    }

    private Optional<Range> of(String topic, Range held)
            throws ConnectorException, InterruptedException {
        List<Range> sent =
                LetterRanges.common(
                        List.of(held),
                        replays.find(clusterId, topic, List.of(held)).stream()
                                .filter(entry -> entry.state() == LetterState.SENT)
                                .map(Entry::letters)
                                .toList());
        if (sent.isEmpty()) {
            return Optional.empty();
        }
        long past = firstOf(topic, LetterRanges.without(List.of(held), sent)).orElse(held.to());
        return past <= sent.getFirst().from()
                ? Optional.empty()
                : Optional.of(new Range(held.partition(), held.from(), past));
    }

    /// Offsets that the ledger does not know may hold no letter at all: the end of a transaction, or one that was compacted.
    private OptionalLong firstOf(String topic, List<Range> unknown)
            throws ConnectorException, InterruptedException {
        if (unknown.isEmpty()) {
            return OptionalLong.empty();
        }
        try (MessageStream letters =
                reader.browse(topic, new MessageSelection.Ranges(unknown), 1)) {
            Optional<Message> first = letters.next();
            return first.isPresent()
                    ? OptionalLong.of(first.get().id().position())
                    : OptionalLong.empty();
        }
    }
}
