package dev.signalbox.core.deadletter;

import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Header;
import dev.signalbox.core.model.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// The headers of Spring Kafka's `DeadLetterPublishingRecoverer` (`kafka_dlt-…`), and of its retry topics, which
/// write the same without `dlt-` on all they forward, to the dead-letter topic too.
///
/// A message that died more than once has the origin headers more than once; the last are those of its last death.
final class SpringKafkaRecogniser implements DeadLetterRecogniser {
    private static final String NAME = "Spring Kafka";

    /// Retry topics use this name too; it is the one with `dlt-` in both sets.
    private static final String GROUP = "kafka_dlt-original-consumer-group";

    private static final Origin BY_RECOVERER = Origin.of("kafka_dlt-original-");
    private static final Origin BY_RETRY_TOPICS = Origin.of("kafka_original-");

    private static final List<SpringCause> CAUSES =
            List.of(
                    SpringCause.of("kafka_dlt-exception-", "kafka_dlt-exception-cause-fqcn"),
                    SpringCause.of("kafka_exception-", "kafka_exception-cause-fqcn"),
                    SpringCause.of("kafka_dlt-key-exception-", "kafka_dlt-exception-cause-fqcn"),
                    SpringCause.of("kafka_key-exception-", "kafka_exception-cause-fqcn"));

    /// The last two are how an error-handling deserialiser tells the container that it failed: a message that still
    /// has them fails again wherever it arrives.
    private static final List<String> FAILURE_PREFIXES =
            List.of(
                    "kafka_dlt-",
                    "kafka_original-",
                    "kafka_exception-",
                    "kafka_key-exception-",
                    "retry_topic-",
                    SpringAttempts.UNDER_WAY,
                    "springDeserializerExceptionKey",
                    "springDeserializerExceptionValue");

    /// The names of the headers that tell where a message lay.
    private record Origin(String topic, String partition, String offset, String timestamp) {
        static Origin of(String prefix) {
            return new Origin(
                    prefix + "topic",
                    prefix + "partition",
                    prefix + "offset",
                    prefix + "timestamp");
        }
    }

    @Override
    public boolean isFailureHeader(String name) {
        for (String prefix : FAILURE_PREFIXES) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Optional<DeadLetter> read(Message message) {
        if (!hasFailureHeader(message)) {
            return Optional.empty();
        }
        boolean byRetryTopics =
                message.header(BY_RECOVERER.topic()).isEmpty()
                        && message.header(BY_RETRY_TOPICS.topic()).isPresent();
        Origin origin = byRetryTopics ? BY_RETRY_TOPICS : BY_RECOVERER;
        return Optional.of(
                new Findings(message, NAME)
                        .origin(
                                message.headerText(origin.topic()),
                                message.header(origin.partition())
                                        .map(BinaryNumbers::int32)
                                        .orElse(OptionalInt.empty()),
                                message.header(origin.offset())
                                        .map(BinaryNumbers::int64)
                                        .orElse(OptionalLong.empty()))
                        .timestamp(timestamp(message, origin))
                        .group(message.headerText(GROUP))
                        .attempts(SpringAttempts.read(message, byRetryTopics))
                        .cause(cause(message))
                        .letter());
    }

    private boolean hasFailureHeader(Message message) {
        for (Header header : message.headers()) {
            if (isFailureHeader(header.name())) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Instant> timestamp(Message message, Origin origin) {
        Optional<Bytes> value = message.header(origin.timestamp());
        OptionalLong millis = value.map(BinaryNumbers::int64).orElse(OptionalLong.empty());
        return millis.isPresent()
                ? Optional.of(Instant.ofEpochMilli(millis.getAsLong()))
                : Optional.empty();
    }

    private static Optional<DeadLetter.Cause> cause(Message message) {
        for (SpringCause cause : CAUSES) {
            Optional<DeadLetter.Cause> read = cause.read(message);
            if (read.isPresent()) {
                return read;
            }
        }
        return Optional.empty();
    }
}
