package dev.signalbox.core.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What a queue tells beside how many messages it holds. A topic has nothing of it.
///
/// @param ready messages that wait for a consumer
/// @param unacknowledged messages that consumers hold
/// @param oldest when the message at the head was published, where the server knows it
/// @param deadLettering where its dead letters go, if it has such a place
/// @param deadLettersFrom all queues whose dead letters end here, by name
/// @param full what it does with messages it has no room for, in the operator's language, while it has none
public record QueueFigures(
        Reading ready,
        Reading unacknowledged,
        Rates rates,
        Optional<Instant> oldest,
        Optional<DeadLettering> deadLettering,
        List<String> deadLettersFrom,
        Optional<String> full) {

    public QueueFigures {
        deadLettersFrom = List.copyOf(deadLettersFrom);
    }

    /// Messages per second, as the server's statistics have them.
    ///
    /// @param in published to it
    /// @param out handed to consumers, with those handed out again
    /// @param redelivered handed out again
    /// @param acknowledged done with
    /// @param unknown why those that are empty are not known
    public record Rates(
            OptionalDouble in,
            OptionalDouble out,
            OptionalDouble redelivered,
            OptionalDouble acknowledged,
            String unknown) {

        /// None is known, and why.
        public static Rates unknown(String reason) {
            return new Rates(
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    reason);
        }
    }

    /// Where dead letters go.
    ///
    /// @param exchange empty: the default one
    /// @param routingKey empty: each letter keeps its own
    /// @param by what says so, in the operator's language: an argument of the queue, or a policy
    /// @param into the queues they end in, as far as bindings tell
    public record DeadLettering(
            String exchange, Optional<String> routingKey, String by, List<String> into) {
        public DeadLettering {
            into = List.copyOf(into);
        }
    }
}
