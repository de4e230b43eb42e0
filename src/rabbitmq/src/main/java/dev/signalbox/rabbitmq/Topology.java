package dev.signalbox.rabbitmq;

import java.util.Map;
import java.util.Optional;

/// What there is on the server, as far as it does not change by the second.
///
/// @param clusterName the server's own identity
/// @param node that answered
/// @param nodes how many the cluster has
/// @param statistics whether the management API keeps any
/// @param routes where each queue's dead letters go
record Topology(
        String clusterName,
        String version,
        String node,
        int nodes,
        boolean statistics,
        Map<QueueKey, QueueFacts> queues,
        DeadLetterRoutes routes) {
    Topology {
        queues = Map.copyOf(queues);
    }

    Optional<QueueFacts> queue(QueueKey key) {
        return Optional.ofNullable(queues.get(key));
    }
}
