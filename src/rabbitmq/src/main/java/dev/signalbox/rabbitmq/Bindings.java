package dev.signalbox.rabbitmq;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which queues a message reaches through an exchange.
///
/// @param types of exchanges, by `vhost` and name
/// @param bySource bindings by the exchange they start from
record Bindings(Map<QueueKey, String> types, Map<QueueKey, List<Binding>> bySource) {
    static final Bindings NONE = new Bindings(Map.of(), Map.of());

    private static final int DEEPEST = 8;

    Bindings {
        types = Map.copyOf(types);
        bySource = Map.copyOf(bySource);
    }

    /// @param toQueue false: to another exchange
    record Binding(String destination, boolean toQueue, String routingKey) {}

    /// @param routingKey empty: each message keeps its own, so that all bindings may be meant
    List<QueueKey> queuesBehind(String vhost, String exchange, Optional<String> routingKey) {
        if (exchange.isEmpty()) {
            // The default exchange: the routing key is the queue's name. Without one a letter goes
            // back to where it
            // died.
            return routingKey.map(name -> new QueueKey(vhost, name)).stream().toList();
        }
        Set<QueueKey> found = new LinkedHashSet<>();
        follow(vhost, exchange, routingKey, found, 0);
        return new ArrayList<>(found);
    }

    private void follow(
            String vhost,
            String exchange,
            Optional<String> routingKey,
            Set<QueueKey> found,
            int depth) {
        if (depth > DEEPEST) {
            return;
        }
        QueueKey from = new QueueKey(vhost, exchange);
        String type = types.getOrDefault(from, "");
        for (Binding binding : bySource.getOrDefault(from, List.of())) {
            if (routingKey.isPresent() && !matches(type, binding.routingKey, routingKey.get())) {
                continue;
            }
            if (binding.toQueue) {
                found.add(new QueueKey(vhost, binding.destination));
            } else {
                follow(vhost, binding.destination, routingKey, found, depth + 1);
            }
        }
    }

    /// Whether a binding takes a routing key. Types that look at anything else may.
    static boolean matches(String type, String bindingKey, String routingKey) {
        return switch (type) {
            case "direct" -> bindingKey.equals(routingKey);
            case "topic" -> matches(bindingKey.split("\\.", -1), 0, routingKey.split("\\.", -1), 0);
            default -> true;
        };
    }

    private static boolean matches(String[] pattern, int p, String[] words, int w) {
        if (p == pattern.length) {
            return w == words.length;
        }
        if (pattern[p].equals("#")) {
            return matches(pattern, p + 1, words, w)
                    || (w < words.length && matches(pattern, p, words, w + 1));
        }
        return w < words.length
                && (pattern[p].equals("*") || pattern[p].equals(words[w]))
                && matches(pattern, p + 1, words, w + 1);
    }
}
