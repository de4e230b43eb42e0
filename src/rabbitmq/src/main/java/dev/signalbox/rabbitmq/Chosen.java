package dev.signalbox.rabbitmq;

import dev.signalbox.core.model.MessageId;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which messages of a queue are meant: by time, by position, or all.
///
/// @param positions empty: of any position
/// @param ranges beside them, where a range is longer than one
/// @param from empty: of any time
record Chosen(Optional<Set<Long>> positions, List<Range> ranges, Optional<Instant> from) {
    Chosen {
        positions = positions.map(Set::copyOf);
        ranges = List.copyOf(ranges);
    }

    static Chosen of(String destination, MessageSelection selection) throws ConnectorException {
        return switch (selection) {
            case MessageSelection.All _, MessageSelection.Newest _ ->
                    new Chosen(Optional.empty(), List.of(), Optional.empty());
            case MessageSelection.Since(Instant from) ->
                    new Chosen(Optional.empty(), List.of(), Optional.of(from));
            case MessageSelection.Ids(List<MessageId> ids) -> {
                Set<Long> positions = new HashSet<>();
                for (MessageId id : ids) {
                    if (!id.destination().equals(destination)) {
                        throw RabbitProblems.exception(
                                ProblemKind.INVALID,
                                "browse.elsewhere",
                                id.toString(),
                                destination);
                    }
                    positions.add(id.position());
                }
                yield new Chosen(Optional.of(positions), List.of(), Optional.empty());
            }
            case MessageSelection.Ranges(List<Range> ranges) -> of(ranges);
        };
    }

    private static Chosen of(List<Range> ranges) {
        Set<Long> positions = new HashSet<>();
        List<Range> longer = new ArrayList<>();
        for (Range range : ranges) {
            if (range.length() == 1) {
                positions.add(range.from());
            } else if (range.length() > 0) {
                longer.add(range);
            }
        }
        return new Chosen(Optional.of(positions), longer, Optional.empty());
    }

    /// No position is there twice: once so many are found, there are no more.
    long most() {
        return positions.isPresent() && ranges.isEmpty() ? positions.get().size() : Long.MAX_VALUE;
    }

    boolean has(Taken taken) {
        if (from.isPresent()) {
            Date timestamp = taken.properties().getTimestamp();
            return timestamp != null && !timestamp.toInstant().isBefore(from.get());
        }
        return positions.isEmpty()
                || positions.get().contains(taken.position())
                || ranges.stream().anyMatch(range -> range.contains(0, taken.position()));
    }

    /// Messages by their positions, each a range of its own.
    static List<Range> ranges(Collection<Taken> messages) {
        return messages.stream()
                .map(taken -> new Range(0, taken.position(), taken.position() + 1))
                .toList();
    }
}
