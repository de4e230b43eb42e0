package dev.signalbox.rabbitmq;

import dev.signalbox.core.model.Destination;
import dev.signalbox.core.model.QueueFigures;
import dev.signalbox.core.model.QueueFigures.DeadLettering;
import dev.signalbox.core.model.Reading;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/// Puts queues together from what they are, how full they are, and what the statistics say.
final class Destinations {
    private final Names names;
    private final Topology topology;
    private final Map<QueueKey, Count> counts;
    private final Function<QueueKey, Statistics> statistics;

    Destinations(
            Names names,
            Topology topology,
            Map<QueueKey, Count> counts,
            Function<QueueKey, Statistics> statistics) {
        this.names = names;
        this.topology = topology;
        this.counts = counts;
        this.statistics = statistics;
    }

    /// All queues and streams, by name.
    List<Destination> all() {
        return topology.queues().values().stream()
                .map(this::destination)
                .sorted(Comparator.comparing(Destination::name))
                .toList();
    }

    private Destination destination(QueueFacts queue) {
        Count count = counts.getOrDefault(queue.key(), Count.UNKNOWN);
        Statistics told = statistics.apply(queue.key());
        return new Destination(
                names.of(queue.key()),
                queue.kind(),
                false,
                List.of(),
                reading(count.total()),
                told.bytes(),
                topology.routes().sourceOf(queue.key()).map(names::of),
                Optional.ofNullable(topology.routes().retries().get(queue.key())).map(names::of),
                Optional.of(
                        new QueueFigures(
                                reading(count.ready()),
                                reading(count.unacked()),
                                told.rates(),
                                told.oldest(),
                                deadLettering(queue),
                                topology
                                        .routes()
                                        .sources()
                                        .getOrDefault(queue.key(), List.of())
                                        .stream()
                                        .map(names::of)
                                        .toList(),
                                full(queue, count, told))));
    }

    private Optional<DeadLettering> deadLettering(QueueFacts queue) {
        return queue.deadLetterExchange()
                .map(
                        exchange ->
                                new DeadLettering(
                                        exchange,
                                        queue.deadLetterRoutingKey(),
                                        queue.arguments().containsKey("x-dead-letter-exchange")
                                                ? RabbitTexts.get("by.argument")
                                                : RabbitTexts.get("by.policy", queue.policy()),
                                        topology
                                                .routes()
                                                .targets()
                                                .getOrDefault(queue.key(), List.of())
                                                .stream()
                                                .map(names::of)
                                                .toList()));
    }

    /// A bounded queue counts what is ready only.
    private static Optional<String> full(QueueFacts queue, Count count, Statistics told) {
        OptionalLong length = queue.number("max-length");
        OptionalLong bytes = queue.number("max-length-bytes");
        boolean isFull = atLeast(count.ready(), length) || atLeast(told.bytes().value(), bytes);
        if (!isFull) {
            return Optional.empty();
        }
        return Optional.of(
                queue.setting("overflow").orElse("").startsWith("reject-publish")
                        ? RabbitTexts.get("queue.full.refuses")
                        : RabbitTexts.get("queue.full.drops"));
    }

    private static boolean atLeast(OptionalLong there, OptionalLong room) {
        return there.isPresent() && room.isPresent() && there.getAsLong() >= room.getAsLong();
    }

    static Reading reading(OptionalLong count) {
        return count.isPresent()
                ? Reading.of(count.getAsLong())
                : Reading.unknown(RabbitTexts.get("count.not-told"));
    }
}
