package dev.signalbox.core.deadletter;

import dev.signalbox.core.model.Message;
import java.util.Optional;

/// The context headers that Kafka Connect's sink connectors write, where
/// `errors.deadletterqueue.context.headers.enable` is set. All are text.
final class ConnectRecogniser implements DeadLetterRecogniser {
    private static final String PREFIX = "__connect.errors.";

    @Override
    public boolean isFailureHeader(String name) {
        return name.startsWith(PREFIX);
    }

    /// A sink connector reads as the group `connect-<its name>`, unless somebody has given it another.
    @Override
    public Optional<DeadLetter> read(Message message) {
        if (!HeaderText.any(message, PREFIX)) {
            return Optional.empty();
        }
        return Optional.of(
                new Findings(message, "Kafka Connect")
                        .origin(
                                HeaderText.of(message, PREFIX + "topic"),
                                HeaderText.small(message, PREFIX + "partition"),
                                HeaderText.number(message, PREFIX + "offset"))
                        .group(
                                HeaderText.of(message, PREFIX + "connector.name")
                                        .map("connect-"::concat))
                        .cause(
                                HeaderText.of(message, PREFIX + "exception.class.name"),
                                HeaderText.lenient(message, PREFIX + "exception.message"),
                                HeaderText.lenient(message, PREFIX + "exception.stacktrace"))
                        .letter());
    }
}
