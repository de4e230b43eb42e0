package dev.signalbox.core.deadletter;

import dev.signalbox.core.deadletter.DeadLetter.Content;
import dev.signalbox.core.model.Message;
import java.util.Optional;

/// The headers of Kafka Streams' own exception handlers (KIP-1034, from Kafka 4.2). All are text.
///
/// They copy key, value and timestamp of the record that was read, but none of its headers.
final class StreamsRecogniser implements DeadLetterRecogniser {
    private static final String PREFIX = "__streams.errors.";

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
                new Findings(message, "Kafka Streams")
                        .origin(
                                HeaderText.of(message, PREFIX + "topic"),
                                HeaderText.small(message, PREFIX + "partition"),
                                HeaderText.number(message, PREFIX + "offset"))
                        .cause(
                                HeaderText.of(message, PREFIX + "exception")
                                        .map(StreamsRecogniser::className),
                                HeaderText.lenient(message, PREFIX + "message"),
                                HeaderText.lenient(message, PREFIX + "stacktrace"))
                        .content(Content.WITHOUT_HEADERS)
                        .letter());
    }

    /// The header holds class and message, as an exception writes itself.
    private static String className(String exception) {
        int colon = exception.indexOf(": ");
        return colon < 0 ? exception : exception.substring(0, colon);
    }
}
