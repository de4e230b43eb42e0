package dev.signalbox.core.deadletter;

import dev.signalbox.core.model.Bytes;
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

    private static final String BY_RECOVERER = "kafka_dlt-original-";
    private static final String BY_RETRY_TOPICS = "kafka_original-";

    private static final List<SpringCause> CAUSES =
            List.of(
                    new SpringCause("kafka_dlt-exception-", "kafka_dlt-exception-cause-fqcn"),
                    new SpringCause("kafka_exception-", "kafka_exception-cause-fqcn"),
                    new SpringCause("kafka_dlt-key-exception-", "kafka_dlt-exception-cause-fqcn"),
                    new SpringCause("kafka_key-exception-", "kafka_exception-cause-fqcn"));

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
        if (message.headers().stream().noneMatch(header -> isFailureHeader(header.name()))) {
            return Optional.empty();
        }
        boolean byRetryTopics =
                message.header(BY_RECOVERER + "topic").isEmpty()
                        && message.header(BY_RETRY_TOPICS + "topic").isPresent();
        String origin = byRetryTopics ? BY_RETRY_TOPICS : BY_RECOVERER;
        return Optional.of(
                new Findings(message, NAME)
                        .origin(
                                message.headerText(origin + "topic"),
                                message.header(origin + "partition")
                                        .map(BinaryNumbers::int32)
                                        .orElse(OptionalInt.empty()),
                                message.header(origin + "offset")
                                        .map(BinaryNumbers::int64)
                                        .orElse(OptionalLong.empty()))
                        .timestamp(timestamp(message, origin))
                        .group(message.headerText(GROUP))
                        .attempts(SpringAttempts.read(message, byRetryTopics))
                        .cause(cause(message))
                        .letter());
    }

    private static Optional<Instant> timestamp(Message message, String origin) {
        Optional<Bytes> value = message.header(origin + "timestamp");
        OptionalLong millis = value.map(BinaryNumbers::int64).orElse(OptionalLong.empty());
        return millis.isPresent()
                ? Optional.of(Instant.ofEpochMilli(millis.getAsLong()))
                : Optional.empty();
    }

    private static Optional<DeadLetter.Cause> cause(Message message) {
        return CAUSES.stream()
                .map(cause -> cause.read(message))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
