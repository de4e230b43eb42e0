package dev.signalbox.core.deadletter;

import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageId;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/// A message that nobody could process, and what its headers say about why. What they do not say is empty.
///
/// @param convention whose headers they are, such as `Spring Kafka`
/// @param originDestination the topic or queue it died on, also where the exact place there is not told
/// @param origin the exact place where it lay before it died; always in `originDestination`
/// @param originTimestamp its timestamp there
/// @param group the consumer group, queue or endpoint that gave up
/// @param attempts how often it was tried
/// @param content how much of the message the letter holds
/// @param route how it came to its queue, on a broker with exchanges
public record DeadLetter(
        Message message,
        Optional<String> convention,
        Optional<String> originDestination,
        Optional<MessageId> origin,
        Optional<Instant> originTimestamp,
        Optional<String> group,
        OptionalInt attempts,
        Optional<Cause> cause,
        Content content,
        Optional<Route> route) {
    /// Why it died. A part that is not told is the empty text.
    ///
    /// @param exceptionClass or the broker's word for the reason, such as `rejected`
    /// @param stackTrace as written, may be cut by whoever wrote it
    public record Cause(String exceptionClass, String message, String stackTrace) {}

    /// What it was published to.
    ///
    /// @param exchange empty for the one that leads to the queue named by the key
    public record Route(String exchange, String routingKey) {}

    /// How much of the message that died a letter holds.
    public enum Content {
        /// All of it.
        WHOLE,
        /// Key and value. Its own headers are only at the origin.
        WITHOUT_HEADERS,
        /// Nothing: the letter says where the message lies, and it has to be read there, if it is still there.
        POINTER
    }

    /// Whether the message itself has to be read from its origin.
    public boolean isPointer() {
        return content == Content.POINTER;
    }

    /// A message whose headers say nothing of its death that we understand.
    static DeadLetter unrecognised(Message message) {
        return new DeadLetter(
                message,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Content.WHOLE,
                Optional.empty());
    }
}
