package dev.signalbox.rabbitmq;

import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Keeps looking at messages from destroying them.
///
/// A quorum queue counts how often a message was given back, and drops or dead-letters it when its limit is passed: 20 by
/// default since 4.0. From 4.3 on `basic.nack` no longer counts; before it does, and every look costs each message it
/// showed one delivery. So the console remembers the highest count it has seen in a queue, and stops while a message still
/// has one delivery left for its real consumer.
final class DeliveryLimit {
    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)\\..*");
    private static final long USUAL = 20;

    /// One for the message's own consumer.
    private static final long RESERVE = 1;

    private final Map<QueueKey, Long> spent = new ConcurrentHashMap<>();

    /// How many deliveries a message of this queue survives; empty where looking at it costs none.
    static OptionalLong of(QueueFacts queue, String version) {
        if (!queue.isQuorum()) {
            return OptionalLong.empty();
        }
        if (nackIsFree(version)) {
            return OptionalLong.empty();
        }
        OptionalLong set = queue.number("delivery-limit");
        if (set.isPresent()) {
            // Below zero: none, since 4.0.
            return set.getAsLong() < 0 ? OptionalLong.empty() : set;
        }
        return part(version, 1) >= 4 ? OptionalLong.of(USUAL) : OptionalLong.empty();
    }

    /// Where there is no limit, the queue puts what is nacked at its end.
    static Held.Return giveBack(QueueFacts queue, String version) {
        return queue.isQuorum() && of(queue, version).isEmpty() && !nackIsFree(version)
                ? Held.Return.CLOSE
                : Held.Return.NACK;
    }

    /// Whether giving a message back by `basic.nack` counts nowhere.
    static boolean nackIsFree(String version) {
        int major = part(version, 1);
        return major > 4 || (major == 4 && part(version, 2) >= 3);
    }

    private static int part(String version, int which) {
        Matcher parts = VERSION.matcher(version + ".");
        return parts.matches() ? Integer.parseInt(parts.group(which)) : 0;
    }

    /// How many looks the messages seen so far have left; empty where there is no limit.
    OptionalLong left(QueueFacts queue, String version) {
        OptionalLong limit = of(queue, version);
        return limit.isPresent()
                ? OptionalLong.of(
                        Math.max(
                                0,
                                limit.getAsLong() - RESERVE - spent.getOrDefault(queue.key(), 0L)))
                : limit;
    }

    /// @throws ConnectorException `UNSUPPORTED` when one more look could cost a message
    void check(QueueFacts queue, String version, String name) throws ConnectorException {
        OptionalLong left = left(queue, version);
        if (left.isPresent() && left.getAsLong() == 0) {
            throw RabbitProblems.exception(
                    ProblemKind.UNSUPPORTED,
                    "browse.budget",
                    name,
                    Long.toString(of(queue, version).orElse(0)));
        }
    }

    /// Whether giving it back leaves its own consumer no delivery.
    static boolean isSpent(Taken taken, long limit) {
        return taken.deliveries() >= limit - RESERVE;
    }

    /// Whether giving it back makes the server drop it.
    static boolean isLost(Taken taken, long limit) {
        return taken.deliveries() >= limit;
    }

    /// Notes that the messages of a queue have all their deliveries again.
    void renewed(QueueKey queue) {
        spent.remove(queue);
    }

    /// Notes that a message was taken and goes back.
    void seen(QueueKey queue, Taken taken) {
        spent.merge(queue, taken.deliveries() + 1, Math::max);
    }
}
