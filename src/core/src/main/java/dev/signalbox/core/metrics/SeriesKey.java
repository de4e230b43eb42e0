package dev.signalbox.core.metrics;

import dev.signalbox.core.model.TransactionStatus.Phase;

/// Names one history of figures.
///
/// @param subject destination or group
public record SeriesKey(Kind kind, String subject) {
    public enum Kind {
        /// Messages per second produced to a destination.
        IN_RATE,
        /// Messages held by a destination.
        DEPTH,
        /// Lag of a group in messages.
        LAG,
        /// Messages per second consumed by a group.
        CONSUME_RATE,
        /// Dead letters held by all dead-letter destinations together; the subject is empty.
        DEAD_LETTERS,
        /// Messages per second over all destinations that are not internal; the subject is empty.
        TOTAL_IN_RATE,
        /// Messages processed per second by all groups together, as [Derived#throughput()]; the subject is empty.
        TOTAL_CONSUME_RATE,
        /// Global transactions that have not ended; the subject is empty.
        OPEN_TRANSACTIONS,
        /// Global transactions in one phase of their life; the subject is its name, see [#phase].
        TRANSACTIONS
    }

    /// Of the global transactions in this phase.
    public static SeriesKey phase(Phase phase) {
        return new SeriesKey(Kind.TRANSACTIONS, phase.name());
    }

    public static SeriesKey total(Kind kind) {
        return new SeriesKey(kind, "");
    }
}
