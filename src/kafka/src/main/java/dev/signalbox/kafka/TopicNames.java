package dev.signalbox.kafka;

import dev.signalbox.core.deadletter.DeadLetterRules;
import dev.signalbox.core.deadletter.DestinationNames;
import java.util.Optional;
import java.util.Set;

/// What a topic is for, told by its name.
final class TopicNames {
    private final DestinationNames names;

    /// @param topics all that exist
    TopicNames(Set<String> topics, DeadLetterRules rules) {
        this.names = rules.names(topics);
    }

    /// The topic whose dead letters are kept in `name`.
    Optional<String> deadLetterOf(String name) {
        return names.deadLetterOf(name);
    }

    /// The topic whose messages wait in `name` for another attempt.
    Optional<String> retryOf(String name) {
        return names.retryOf(name);
    }
}
