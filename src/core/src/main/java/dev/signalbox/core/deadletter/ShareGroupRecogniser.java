package dev.signalbox.core.deadletter;

import dev.signalbox.core.deadletter.DeadLetter.Content;
import dev.signalbox.core.model.Message;
import java.util.Optional;

/// The headers the broker writes on a dead letter of a share group (KIP-1191, from Kafka 4.4).
///
/// The broker copies key and value only where the group asks for it
/// (`errors.deadletterqueue.copy.record.enable`, off by default), and headers and timestamp never: what the message was
/// is told by the record at its origin alone, for as long as that is retained.
final class ShareGroupRecogniser implements DeadLetterRecogniser {
    private static final String PREFIX = "__dlq.errors.";

    @Override
    public boolean isFailureHeader(String name) {
        return name.startsWith(PREFIX);
    }

    @Override
    public Optional<DeadLetter> read(Message message) {
        if (!HeaderText.any(message, PREFIX)) {
            return Optional.empty();
        }
        return Optional.of(
                new Findings(message, "Kafka share group")
                        .origin(
                                HeaderText.of(message, PREFIX + "topic"),
                                HeaderText.small(message, PREFIX + "partition"),
                                HeaderText.number(message, PREFIX + "offset"))
                        .group(HeaderText.of(message, PREFIX + "group"))
                        .attempts(HeaderText.small(message, PREFIX + "delivery.count"))
                        .cause(
                                Optional.empty(),
                                HeaderText.lenient(message, PREFIX + "message"),
                                Optional.empty())
                        .content(
                                message.key() == null && message.value() == null
                                        ? Content.POINTER
                                        : Content.WITHOUT_HEADERS)
                        .letter());
    }
}
