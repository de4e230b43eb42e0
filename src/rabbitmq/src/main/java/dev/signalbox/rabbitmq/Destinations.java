package dev.signalbox.rabbitmq;

import dev.signalbox.core.model.Destination;
import dev.signalbox.core.model.Reading;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Puts queues together from what they are and how full they are.
final class Destinations {
    private final Names names;
    private final Topology topology;
    private final Map<QueueKey, Count> counts;

    Destinations(Names names, Topology topology, Map<QueueKey, Count> counts) {
        this.names = names;
        this.topology = topology;
        this.counts = counts;
    }

    /// All queues and streams, by name.
    List<Destination> all() {
        return topology.queues().values().stream()
                .map(this::destination)
                .sorted(Comparator.comparing(Destination::name))
                .toList();
    }

    private Destination destination(QueueFacts queue) {
        return new Destination(
                names.of(queue.key()),
                queue.kind(),
                false,
                List.of(),
                reading(counts.getOrDefault(queue.key(), Count.UNKNOWN).total()),
                Reading.unknown(RabbitTexts.get("bytes.not-told")),
                topology.routes().sourceOf(queue.key()).map(names::of),
                Optional.ofNullable(topology.routes().retries().get(queue.key())).map(names::of));
    }

    static Reading reading(OptionalLong count) {
        return count.isPresent()
                ? Reading.of(count.getAsLong())
                : Reading.unknown(RabbitTexts.get("count.not-told"));
    }
}
