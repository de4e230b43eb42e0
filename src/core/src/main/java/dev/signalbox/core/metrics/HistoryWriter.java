package dev.signalbox.core.metrics;

import dev.signalbox.core.metrics.SeriesKey.Kind;
import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.model.ConsumerGroup;
import dev.signalbox.core.model.Destination;
import dev.signalbox.core.model.Snapshot;
import dev.signalbox.core.model.Support;
import dev.signalbox.core.model.TransactionStatus.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// Writes the figures of every poll into the history. What is not known leaves a gap.
final class HistoryWriter {
    static final Duration SPAN = Duration.ofMinutes(15);

    /// Sixteen bytes each.
    private static final int POINTS_IN_ALL = 2_000_000;

    private static final int CLEAN_EVERY = 30;

    private final History history;
    private boolean hadTransactions;
    private int polls;

    HistoryWriter(Duration interval) {
        int each = Math.toIntExact(Math.max(2, SPAN.dividedBy(interval)));
        this.history = new History(SPAN, each, POINTS_IN_ALL);
    }

    History history() {
        return history;
    }

    void write(Snapshot snapshot, Derived derived, OptionalDouble totalRate) {
        Instant at = snapshot.takenAt();
        for (Destination destination : snapshot.destinations()) {
            if (!destination.internal()) {
                write(Kind.DEPTH, destination.name(), at, destination.retained().value());
                Double rate = derived.rates().get(destination.name());
                if (rate != null) {
                    history.add(new SeriesKey(Kind.IN_RATE, destination.name()), at, rate);
                }
            }
        }
        for (ConsumerGroup group : snapshot.groups()) {
            write(Kind.LAG, group.id(), at, group.totalLag());
            Derived.GroupTrend trend = derived.groups().get(group.id());
            if (trend != null) {
                write(Kind.CONSUME_RATE, group.id(), at, trend.consumeRate());
            }
        }
        write(Kind.DEAD_LETTERS, "", at, deadLetters(snapshot.destinations()));
        write(Kind.TOTAL_IN_RATE, "", at, totalRate);
        write(Kind.TOTAL_CONSUME_RATE, "", at, derived.throughput());
        writeTransactions(snapshot, at);
        if (++polls % CLEAN_EVERY == 0) {
            history.forgetOlderThan(at.minus(SPAN));
        }
    }

    /// Unknown where there are no destinations, or one holds an unknown number.
    private static OptionalLong deadLetters(List<Destination> destinations) {
        if (destinations.isEmpty()) {
            return OptionalLong.empty();
        }
        long sum = 0;
        for (Destination destination : destinations) {
            if (destination.isDeadLetters()) {
                OptionalLong retained = destination.retained().value();
                if (retained.isEmpty()) {
                    return OptionalLong.empty();
                }
                sum += retained.getAsLong();
            }
        }
        return OptionalLong.of(sum);
    }

    /// Nothing where nothing says that the server keeps global transactions at all.
    private void writeTransactions(Snapshot snapshot, Instant at) {
        hadTransactions |=
                !snapshot.transactions().isEmpty()
                        || snapshot.capabilities().get(ActionKind.ROLLBACK)
                                instanceof Support.Offered;
        if (!hadTransactions) {
            return;
        }
        long open = 0;
        for (Phase phase : Phase.values()) {
            if (phase != Phase.ENDED) {
                long count =
                        snapshot.transactions().stream()
                                .filter(each -> each.status().phase() == phase)
                                .count();
                history.add(SeriesKey.phase(phase), at, (double) count);
                open += count;
            }
        }
        history.add(SeriesKey.total(Kind.OPEN_TRANSACTIONS), at, (double) open);
    }

    private void write(Kind kind, String subject, Instant at, OptionalLong value) {
        if (value.isPresent()) {
            history.add(new SeriesKey(kind, subject), at, (double) value.getAsLong());
        }
    }

    private void write(Kind kind, String subject, Instant at, OptionalDouble value) {
        if (value.isPresent()) {
            history.add(new SeriesKey(kind, subject), at, value.getAsDouble());
        }
    }
}
