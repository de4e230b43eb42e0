package dev.signalbox.core.gate;

import dev.signalbox.core.model.Destination;
import dev.signalbox.core.model.DestinationKind;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.model.MessageStream;
import dev.signalbox.core.model.Partition;
import dev.signalbox.core.model.Reading;
import dev.signalbox.core.model.Snapshot;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.Reader;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.text.CoreTexts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Finds the letters of a replay that died again, where they were sent from. Reads every message there once.
///
/// Not thread-safe.
final class DeathWatch {
    private static final String REPLAY_ID = "signalbox-replay-id";

    private final String place;
    private final String replayId;
    private final Optional<Destination> before;
    private final Map<Integer, Long> next = new HashMap<>();
    private long found;

    DeathWatch(Plan plan, Optional<Snapshot> before) {
        this.place = plan.action().target();
        this.replayId = plan.id().toString();
        this.before = before.flatMap(this::destination);
        this.before
                .map(Destination::partitions)
                .orElse(List.of())
                .forEach(
                        partition ->
                                partition
                                        .endOffset()
                                        .value()
                                        .ifPresent(end -> next.put(partition.index(), end)));
    }

    private Optional<Destination> destination(Snapshot snapshot) {
        return snapshot.destinations().stream()
                .filter(each -> each.name().equals(place))
                .findFirst();
    }

    /// @param sent letters so far; a queue has lost as many
    Reading look(Reader reader, Snapshot now, long sent)
            throws ConnectorException, InterruptedException {
        Optional<Destination> there = destination(now);
        if (before.isEmpty() || there.isEmpty()) {
            return Follower.unknown("aftermath.no-destination", place);
        }
        return there.get().kind() == DestinationKind.QUEUE
                ? byCount(there.get(), sent)
                : byId(reader, there.get());
    }

    /// A look into a queue would cost its messages deliveries: its count has to do.
    private Reading byCount(Destination queue, long sent) {
        OptionalLong then = before.orElseThrow().retained().value();
        OptionalLong now = queue.retained().value();
        if (then.isEmpty() || now.isEmpty()) {
            return Follower.unknown("aftermath.no-count", place);
        }
        long more = now.getAsLong() - (then.getAsLong() - sent);
        return more <= 0
                ? new Reading.Estimate(0, CoreTexts.get("aftermath.by-count", place))
                : Follower.unknown("aftermath.count-grew", place, more);
    }

    private Reading byId(Reader reader, Destination topic)
            throws ConnectorException, InterruptedException {
        List<Range> unread = new ArrayList<>();
        for (Partition partition : topic.partitions()) {
            long from = next.getOrDefault(partition.index(), 0L);
            partition
                    .endOffset()
                    .value()
                    .ifPresent(
                            end -> {
                                if (end > from) {
                                    unread.add(new Range(partition.index(), from, end));
                                }
                            });
        }
        if (unread.isEmpty()) {
            return Reading.of(found);
        }
        try (MessageStream letters =
                reader.browse(place, new MessageSelection.Ranges(unread), Integer.MAX_VALUE)) {
            for (Optional<Message> letter = letters.next();
                    letter.isPresent();
                    letter = letters.next()) {
                next.merge(
                        letter.get().id().partition(), letter.get().id().position() + 1, Math::max);
                if (letter.get().headerText(REPLAY_ID).filter(replayId::equals).isPresent()) {
                    found++;
                }
            }
        }
        return Reading.of(found);
    }
}
