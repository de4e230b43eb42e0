package dev.signalbox.core.deadletter;

import dev.signalbox.core.deadletter.DeadLetter.Cause;
import dev.signalbox.core.model.MessageId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Letters of one cause, as far as they have been read.
///
/// @param id see [CauseKey#id]
/// @param firstSeen timestamp of the earliest of them, where any has one
/// @param lastSeen of the latest
/// @param share of all letters read, from 0 to 1
/// @param cause of the first of them, its texts cut
/// @param times when they were written, as far as they say so
/// @param sample a few of the letters: the first ones and the last one
public record CauseGroup(
        String id,
        CauseKey key,
        long count,
        Optional<Instant> firstSeen,
        Optional<Instant> lastSeen,
        double share,
        Optional<Cause> cause,
        Timeline times,
        List<MessageId> sample) {
    private static final double SECONDS_PER_HOUR = 3600;

    public CauseGroup {
        sample = List.copyOf(sample);
    }

    /// Letters an hour between the first and the last; not known of one letter, nor of letters of one moment.
    public OptionalDouble perHour() {
        if (count < 2 || firstSeen.isEmpty() || lastSeen.isEmpty()) {
            return OptionalDouble.empty();
        }
        Duration span = Duration.between(firstSeen.get(), lastSeen.get());
        return span.isPositive()
                ? OptionalDouble.of((count - 1) * SECONDS_PER_HOUR / (span.toMillis() / 1000.0))
                : OptionalDouble.empty();
    }
}
