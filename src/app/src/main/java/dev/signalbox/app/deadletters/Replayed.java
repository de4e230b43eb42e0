package dev.signalbox.app.deadletters;

import dev.signalbox.core.ledger.LetterRanges;
import dev.signalbox.core.ledger.LetterState;
import dev.signalbox.core.ledger.ReplayHistory;
import dev.signalbox.core.ledger.ReplayLedger.Entry;
import dev.signalbox.core.model.MessageId;
import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.model.Partition;
import dev.signalbox.core.problem.ConnectorException;
import java.util.List;

/// The letters of a place that were replayed, as the ledger knew when it was asked: once, for a place may hold a million.
///
/// @param sent in order
record Replayed(List<Range> sent) {
    Replayed {
        sent = List.copyOf(sent);
    }

    static Replayed in(LetterPlace place, ReplayHistory history) throws ConnectorException {
        List<Integer> partitions =
                place.destination().partitions().stream().map(Partition::index).toList();
        List<Range> everything =
                (partitions.isEmpty() ? List.of(0) : partitions)
                        .stream().map(index -> new Range(index, 0, Long.MAX_VALUE)).toList();
        return new Replayed(
                LetterRanges.joined(
                        history
                                .find(place.clusterId(), place.destination().name(), everything)
                                .stream()
                                .filter(entry -> entry.state() == LetterState.SENT)
                                .map(Entry::letters)
                                .toList()));
    }

    boolean holds(MessageId letter) {
        return LetterRanges.holds(sent, letter.partition(), letter.position());
    }
}
