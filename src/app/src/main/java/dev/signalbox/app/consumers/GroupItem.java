package dev.signalbox.app.consumers;

import dev.signalbox.app.live.Source;
import dev.signalbox.app.nav.Focus;
import dev.signalbox.core.metrics.Derived.GroupTrend;
import dev.signalbox.core.metrics.Derived.Verdict;
import dev.signalbox.core.model.ConsumerGroup;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// One line of the groups' table.
///
/// @param trend empty until there were a few readings
record GroupItem(Source source, ConsumerGroup group, Optional<GroupTrend> trend) {
    Focus key() {
        return new Focus(source.profileId(), group.id());
    }

    OptionalLong lag() {
        return group.totalLag();
    }

    Verdict verdict() {
        return trend.map(GroupTrend::verdict).orElse(Verdict.UNKNOWN);
    }

    /// For the order: what needs a hand comes last, so that it is first when the order is turned.
    int severity() {
        return switch (verdict()) {
            case UNKNOWN -> 0;
            case OK -> 1;
            case WARN -> 2;
            case STALLED -> 3;
        };
    }

    Optional<Duration> lagTime() {
        return trend.flatMap(GroupTrend::lagTime);
    }

    Optional<Duration> timeToDrain() {
        return trend.flatMap(GroupTrend::timeToDrain);
    }

    OptionalDouble consumeRate() {
        return trend.map(GroupTrend::consumeRate).orElse(OptionalDouble.empty());
    }

    OptionalDouble availability() {
        return trend.map(GroupTrend::availability).orElse(OptionalDouble.empty());
    }

    String topics() {
        return String.join(
                ", ",
                group.positions().stream()
                        .map(ConsumerGroup.Position::topic)
                        .distinct()
                        .sorted()
                        .toList());
    }
}
