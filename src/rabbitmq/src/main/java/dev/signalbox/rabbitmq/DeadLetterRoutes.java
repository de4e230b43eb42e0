package dev.signalbox.rabbitmq;

import dev.signalbox.core.deadletter.DeadLetterRules;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Where dead letters go, worked out from dead-letter exchanges (by argument and by policy), their bindings, and, where
/// neither tells, from the queues' names.
///
/// @param targets the queues a queue's dead letters end in
/// @param sources the queues whose dead letters end in a queue, by name
/// @param retries queues whose messages only wait there for another attempt, with the queue they go back to
record DeadLetterRoutes(
        Map<QueueKey, List<QueueKey>> targets,
        Map<QueueKey, List<QueueKey>> sources,
        Map<QueueKey, QueueKey> retries) {
    private static final List<String> SUFFIXES =
            List.of(".dlq", "-dlq", "_dlq", ".dlt", "-dlt", ".dead", ".dead-letter", "_error");

    static final DeadLetterRoutes NONE = new DeadLetterRoutes(Map.of(), Map.of(), Map.of());

    DeadLetterRoutes {
        targets = Map.copyOf(targets);
        sources = Map.copyOf(sources);
        retries = Map.copyOf(retries);
    }

    static DeadLetterRoutes of(
            Collection<QueueFacts> queues, Bindings bindings, DeadLetterRules rules) {
        Map<QueueKey, List<QueueKey>> targets = new HashMap<>();
        for (QueueFacts queue : queues) {
            queue.deadLetterExchange()
                    .ifPresent(
                            exchange ->
                                    targets.put(
                                            queue.key(),
                                            bindings.queuesBehind(
                                                    queue.key().vhost(),
                                                    exchange,
                                                    queue.deadLetterRoutingKey())));
        }
        Map<QueueKey, QueueKey> retries = retries(queues, targets);
        Map<QueueKey, TreeSet<String>> found = new HashMap<>();
        targets.forEach(
                (source, ends) -> {
                    for (QueueKey end : ends) {
                        if (!retries.containsKey(end) && !retries.containsKey(source)) {
                            found.computeIfAbsent(end, _ -> new TreeSet<>()).add(source.name());
                        }
                    }
                });
        byName(queues, retries)
                .forEach(
                        (end, source) ->
                                found.computeIfAbsent(end, _ -> new TreeSet<>()).add(source));
        // What the operator calls dead letters, whether or not the server knows of it.
        for (QueueFacts queue : queues) {
            rules.ownOriginOf(queue.key().name())
                    .ifPresent(
                            origin ->
                                    found.computeIfAbsent(
                                            queue.key(), _ -> new TreeSet<>(Set.of(origin))));
        }
        Map<QueueKey, List<QueueKey>> sources = new HashMap<>();
        found.forEach(
                (end, names) ->
                        sources.put(
                                end,
                                names.stream()
                                        .map(name -> new QueueKey(end.vhost(), name))
                                        .toList()));
        return new DeadLetterRoutes(targets, sources, retries);
    }

    /// A queue with a time to live whose expired messages go back to a queue that dead-letters into it.
    private static Map<QueueKey, QueueKey> retries(
            Collection<QueueFacts> queues, Map<QueueKey, List<QueueKey>> targets) {
        Map<QueueKey, QueueKey> retries = new HashMap<>();
        for (QueueFacts queue : queues) {
            if (queue.number("message-ttl").isEmpty()) {
                continue;
            }
            for (QueueKey back : targets.getOrDefault(queue.key(), List.of())) {
                if (targets.getOrDefault(back, List.of()).contains(queue.key())) {
                    retries.put(queue.key(), back);
                }
            }
        }
        return retries;
    }

    private static Map<QueueKey, String> byName(
            Collection<QueueFacts> queues, Map<QueueKey, QueueKey> retries) {
        Map<QueueKey, QueueFacts> all = new HashMap<>();
        queues.forEach(queue -> all.put(queue.key(), queue));
        Map<QueueKey, String> named = new HashMap<>();
        for (QueueKey key : all.keySet()) {
            for (String suffix : SUFFIXES) {
                if (key.name().endsWith(suffix) && !retries.containsKey(key)) {
                    String origin = key.name().substring(0, key.name().length() - suffix.length());
                    if (all.containsKey(new QueueKey(key.vhost(), origin))) {
                        named.put(key, origin);
                    }
                }
            }
        }
        return named;
    }

    Optional<QueueKey> sourceOf(QueueKey key) {
        return sources.getOrDefault(key, List.of()).stream().findFirst();
    }
}
