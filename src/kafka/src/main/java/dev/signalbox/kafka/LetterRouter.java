package dev.signalbox.kafka;

import dev.signalbox.core.deadletter.DeadLetter;
import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Header;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageId;
import dev.signalbox.core.port.Action.ReplayDeadLetters;
import dev.signalbox.core.problem.ConnectorException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/// Decides for each letter where its copy goes. The same in a plan and when it is carried out.
final class LetterRouter implements AutoCloseable {
    private final Cluster cluster;
    private final ReplayDeadLetters replay;
    private final ReplayHeaders replayHeaders;
    private final Originals originals;
    private final Map<String, Optional<Target>> targets = new HashMap<>();

    /// @param actionId what names the replay; in a plan any
    LetterRouter(Cluster cluster, ReplayDeadLetters replay, UUID actionId) {
        this.cluster = cluster;
        this.replay = replay;
        this.replayHeaders = new ReplayHeaders(actionId, cluster.settings().rules());
        this.originals = new Originals(cluster);
    }

    sealed interface Route {
        /// @param timestamp the message's own
        record Copy(
                DeadLetter letter,
                Target target,
                Instant timestamp,
                ProducerRecord<byte[], byte[]> record)
                implements Route {}

        /// There is no copy of it.
        sealed interface LeftOut extends Route {
            String reason();
        }

        /// Nothing says where it came from.
        record NoOrigin() implements LeftOut {
            @Override
            public String reason() {
                return KafkaTexts.get("replay.no-origin");
            }
        }

        /// The topic it came from is gone, is the broker's own, or is where it lies.
        record NoTarget(String topic) implements LeftOut {
            @Override
            public String reason() {
                return KafkaTexts.get("replay.no-target", topic);
            }
        }

        /// It holds less than the message that died, and that is not where it was any more.
        record PastRetention(String topic) implements LeftOut {
            @Override
            public String reason() {
                return KafkaTexts.get("replay.past-retention", topic);
            }
        }

        /// It is not such that it could be changed as the operator wishes; as it is it is not wanted.
        record NotEditable() implements LeftOut {
            @Override
            public String reason() {
                return KafkaTexts.get("replay.not-editable");
            }
        }

        record TooLarge(Target target) implements LeftOut {
            @Override
            public String reason() {
                return KafkaTexts.get("replay.too-large", target.topic());
            }
        }
    }

    Route route(Message message) throws ConnectorException, InterruptedException {
        DeadLetter letter = cluster.settings().rules().read(message);
        Optional<String> topic = replay.to().or(letter::originDestination);
        if (topic.isEmpty()) {
            return new Route.NoOrigin();
        }
        Optional<Target> target = target(topic.get());
        if (target.isEmpty()) {
            return new Route.NoTarget(topic.get());
        }
        Optional<Message> original = died(letter);
        if (original.isEmpty()) {
            return new Route.PastRetention(letter.originDestination().orElse(""));
        }
        Optional<Message> died = replay.edits().applyTo(message.id(), original.get());
        if (died.isEmpty()) {
            return new Route.NotEditable();
        }
        List<Header> headers = replayHeaders.of(letter, died.get());
        if (!target.get().config().takes(sizeOf(died.get(), headers))) {
            return new Route.TooLarge(target.get());
        }
        Instant timestamp = timestamp(letter, original.get());
        return new Route.Copy(
                letter,
                target.get(),
                timestamp,
                Records.record(
                        topic.get(),
                        Objects.equals(died.get().key(), original.get().key())
                                ? partition(letter, target.get())
                                : null,
                        timestamp,
                        died.get().key(),
                        died.get().value(),
                        headers));
    }

    /// The message that died: the letter itself, or what it points to. A letter that is not whole would arrive as something
    /// else.
    private Optional<Message> died(DeadLetter letter)
            throws ConnectorException, InterruptedException {
        return switch (letter.content()) {
            case WHOLE -> Optional.of(letter.message());
            case WITHOUT_HEADERS, POINTER ->
                    letter.origin().isPresent()
                            ? originals.find(letter.origin().get())
                            : Optional.empty();
        };
    }

    /// The partition it had, so that it stays in order with its key; by the key where there is no such partition, or
    /// where the key is another one now.
    private static @Nullable Integer partition(DeadLetter letter, Target target) {
        return letter.origin().map(MessageId::partition).filter(target::has).orElse(null);
    }

    private static Instant timestamp(DeadLetter letter, Message died) {
        return letter.originTimestamp()
                .or(() -> Optional.ofNullable(died.timestamp()))
                .orElse(Instant.EPOCH);
    }

    /// Of the copy: the message with other headers.
    private static long sizeOf(Message message, List<Header> headers) {
        return message.size() - sizeOf(message.headers()) + sizeOf(headers);
    }

    private static long sizeOf(List<Header> headers) {
        long size = 0;
        for (Header header : headers) {
            Bytes value = header.value();
            size += header.name().length() + (value == null ? 0 : value.size());
        }
        return size;
    }

    private Optional<Target> target(String topic) throws ConnectorException, InterruptedException {
        Optional<Target> known = targets.get(topic);
        if (known == null) {
            known =
                    topic.equals(replay.target())
                            ? Optional.empty()
                            : cluster.target(topic).filter(target -> !target.internal());
            targets.put(topic, known);
        }
        return known;
    }

    @Override
    public void close() {
        originals.close();
    }
}
