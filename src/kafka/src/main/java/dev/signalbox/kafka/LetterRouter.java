package dev.signalbox.kafka;

import dev.signalbox.core.deadletter.DeadLetter;
import dev.signalbox.core.deadletter.DeadLetters;
import dev.signalbox.core.model.Header;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageId;
import dev.signalbox.core.problem.ConnectorException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/// Decides for each letter where its copy goes. The same in a plan and when it is carried out.
final class LetterRouter {
    private final Cluster cluster;
    private final String deadLetters;
    private final Optional<String> to;
    private final UUID actionId;
    private final Map<String, Optional<Target>> targets = new HashMap<>();

    /// @param to for all letters, instead of their origin
    /// @param actionId what names the replay; in a plan any
    LetterRouter(Cluster cluster, String deadLetters, Optional<String> to, UUID actionId) {
        this.cluster = cluster;
        this.deadLetters = deadLetters;
        this.to = to;
        this.actionId = actionId;
    }

    sealed interface Route {
        /// @param timestamp the message's own
        record Copy(
                DeadLetter letter,
                Target target,
                Instant timestamp,
                ProducerRecord<byte[], byte[]> record)
                implements Route {}

        /// Nothing says where it came from.
        record NoOrigin() implements Route {}

        /// The topic it came from is gone, is the broker's own, or is where it lies.
        record NoTarget(String topic) implements Route {}

        record TooLarge(Target target) implements Route {}
    }

    Route route(Message message) throws ConnectorException, InterruptedException {
        DeadLetter letter = DeadLetters.read(message);
        Optional<String> topic = to.or(letter::originDestination);
        // A letter that is not whole would arrive as something else than what died.
        if (topic.isEmpty() || letter.content() != DeadLetter.Content.WHOLE) {
            return new Route.NoOrigin();
        }
        Optional<Target> target = target(topic.get());
        if (target.isEmpty()) {
            return new Route.NoTarget(topic.get());
        }
        List<Header> headers = ReplayHeaders.of(letter, actionId);
        if (!target.get().config().takes(sizeOf(message, headers))) {
            return new Route.TooLarge(target.get());
        }
        Instant timestamp = timestamp(letter);
        return new Route.Copy(
                letter,
                target.get(),
                timestamp,
                Records.record(
                        topic.get(),
                        partition(letter, target.get()),
                        timestamp,
                        message.key(),
                        message.value(),
                        headers));
    }

    /// The partition it had, so that it stays in order with its key; by the key where there is no such partition.
    private static @Nullable Integer partition(DeadLetter letter, Target target) {
        return letter.origin().map(MessageId::partition).filter(target::has).orElse(null);
    }

    private static Instant timestamp(DeadLetter letter) {
        return letter.originTimestamp()
                .or(() -> Optional.ofNullable(letter.message().timestamp()))
                .orElse(Instant.EPOCH);
    }

    private static long sizeOf(Message message, List<Header> headers) {
        return new Message(
                        message.id(),
                        message.timestamp(),
                        message.timestampType(),
                        message.key(),
                        message.value(),
                        headers)
                .size();
    }

    private Optional<Target> target(String topic) throws ConnectorException, InterruptedException {
        Optional<Target> known = targets.get(topic);
        if (known == null) {
            known =
                    topic.equals(deadLetters)
                            ? Optional.empty()
                            : cluster.target(topic).filter(target -> !target.internal());
            targets.put(topic, known);
        }
        return known;
    }
}
