package dev.signalbox.core.deadletter;

import dev.signalbox.core.model.Message;
import java.util.Optional;

/// The properties RocketMQ keeps on a message in `%DLQ%<group>`. Which group gave up is in the topic's name.
final class RocketRecogniser implements DeadLetterRecogniser {
    private static final String ORIGIN = "DLQ_ORIGIN_TOPIC";
    private static final String ORIGIN_ID = "DLQ_ORIGIN_MESSAGE_ID";
    private static final String DEAD_LETTERS = "%DLQ%";

    @Override
    public boolean isFailureHeader(String name) {
        return name.equals(ORIGIN) || name.equals(ORIGIN_ID);
    }

    /// Brokers before 5.0 do not write the origin of a dead letter; the topic of its retries then tells.
    @Override
    public Optional<DeadLetter> read(Message message) {
        boolean inDeadLetters = message.id().destination().startsWith(DEAD_LETTERS);
        Optional<String> origin = HeaderText.of(message, ORIGIN);
        if (origin.isEmpty() && !inDeadLetters) {
            return Optional.empty();
        }
        return Optional.of(
                new Findings(message, "RocketMQ")
                        .origin(origin.or(() -> HeaderText.of(message, "RETRY_TOPIC")))
                        .group(
                                inDeadLetters
                                        ? Optional.of(
                                                message.id()
                                                        .destination()
                                                        .substring(DEAD_LETTERS.length()))
                                        : Optional.empty())
                        .letter());
    }
}
