package dev.signalbox.core.deadletter;

import dev.signalbox.core.model.Message;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// The headers of Spring Cloud Stream's Kafka binder. Partition, offset and timestamp are binary; programs in other
/// languages that took over the names write digits.
final class CloudStreamRecogniser implements DeadLetterRecogniser {
    private static final String ORIGINAL = "x-original-";
    private static final String EXCEPTION = "x-exception-";

    @Override
    public boolean isFailureHeader(String name) {
        return switch (name) {
            case "x-original-topic",
                    "x-original-partition",
                    "x-original-offset",
                    "x-original-timestamp",
                    "x-original-timestamp-type",
                    "x-exception-message",
                    "x-exception-fqcn",
                    "x-exception-stacktrace" ->
                    true;
            default -> false;
        };
    }

    @Override
    public Optional<DeadLetter> read(Message message) {
        Optional<String> topic = HeaderText.of(message, ORIGINAL + "topic");
        if (topic.isEmpty()) {
            return Optional.empty();
        }
        OptionalLong millis =
                message.header(ORIGINAL + "timestamp")
                        .map(BinaryNumbers::int64OrDigits)
                        .orElse(OptionalLong.empty());
        return Optional.of(
                new Findings(message, "Spring Cloud Stream")
                        .origin(
                                topic,
                                message.header(ORIGINAL + "partition")
                                        .map(BinaryNumbers::int32OrDigits)
                                        .orElse(OptionalInt.empty()),
                                message.header(ORIGINAL + "offset")
                                        .map(BinaryNumbers::int64OrDigits)
                                        .orElse(OptionalLong.empty()))
                        .timestamp(
                                millis.isPresent()
                                        ? Optional.of(Instant.ofEpochMilli(millis.getAsLong()))
                                        : Optional.empty())
                        .cause(
                                HeaderText.of(message, EXCEPTION + "fqcn"),
                                HeaderText.lenient(message, EXCEPTION + "message"),
                                HeaderText.lenient(message, EXCEPTION + "stacktrace"))
                        .letter());
    }
}
