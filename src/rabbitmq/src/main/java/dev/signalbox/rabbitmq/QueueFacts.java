package dev.signalbox.rabbitmq;

import dev.signalbox.core.model.DestinationKind;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// What a queue is, as far as it does not change by the second.
///
/// @param type `classic`, `quorum` or `stream`
/// @param arguments as declared
/// @param policy name of the policy in force; empty without one
/// @param definition what that policy says
/// @param node its leader, or the node it lives on
/// @param state in the server's words
record QueueFacts(
        QueueKey key,
        String type,
        Map<String, String> arguments,
        String policy,
        Map<String, String> definition,
        String node,
        String state) {
    QueueFacts {
        arguments = Map.copyOf(arguments);
        definition = Map.copyOf(definition);
    }

    DestinationKind kind() {
        return isStream() ? DestinationKind.STREAM : DestinationKind.QUEUE;
    }

    boolean isStream() {
        return type.equals("stream");
    }

    boolean isQuorum() {
        return type.equals("quorum");
    }

    /// A setting that an argument (`x-` and its name) or a policy makes; the argument wins.
    Optional<String> setting(String name) {
        return Optional.ofNullable(arguments.get("x-" + name))
                .or(() -> Optional.ofNullable(definition.get(name)));
    }

    OptionalLong number(String name) {
        Optional<String> digits = setting(name).filter(text -> text.matches("-?\\d{1,18}"));
        return digits.isPresent()
                ? OptionalLong.of(Long.parseLong(digits.get()))
                : OptionalLong.empty();
    }

    Optional<String> deadLetterExchange() {
        return setting("dead-letter-exchange");
    }

    Optional<String> deadLetterRoutingKey() {
        return setting("dead-letter-routing-key");
    }
}
