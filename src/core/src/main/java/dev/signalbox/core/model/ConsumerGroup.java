package dev.signalbox.core.model;

import java.util.List;
import java.util.OptionalLong;

/// A consumer group and how far it has read.
///
/// @param state the broker's word for it
/// @param positions one for each partition the group has committed an offset for
public record ConsumerGroup(String id, GroupType type, GroupState state, List<Position> positions) {

    public ConsumerGroup {
        positions = List.copyOf(positions);
    }

    /// How far the group is in one partition.
    ///
    /// @param committed offset of the next message to read, as committed; unknown where nothing is committed
    /// @param end offset the next produced message will get
    /// @param lag messages not yet read
    public record Position(
            String topic, int partition, Reading committed, Reading end, Reading lag) {}

    /// The sum of the known lags; empty when none is known.
    public OptionalLong totalLag() {
        return positions.stream()
                .map(position -> position.lag().value())
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .reduce(Long::sum);
    }
}
