package dev.signalbox.core.model;

import java.util.List;
import java.util.Optional;

/// A topic, queue or stream.
///
/// @param internal made by the broker for itself
/// @param retained messages held now; for a topic the distance of its offsets, an upper bound where it is compacted or transactional
/// @param bytes size on disk of one replica, where known
/// @param deadLetterOf the destination whose dead letters are kept here, if this is such a place
/// @param retryOf the destination whose messages wait here for another attempt
/// @param queue what only a queue tells; empty for a topic
public record Destination(
        String name,
        DestinationKind kind,
        boolean internal,
        List<Partition> partitions,
        Reading retained,
        Reading bytes,
        Optional<String> deadLetterOf,
        Optional<String> retryOf,
        Optional<QueueFigures> queue) {

    public Destination {
        partitions = List.copyOf(partitions);
    }

    public boolean isDeadLetters() {
        return deadLetterOf.isPresent();
    }
}
