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
/// @param group the consumer group that gave up
/// @param attempts how often it was tried
public record DeadLetter(
        Message message,
        Optional<String> convention,
        Optional<String> originDestination,
        Optional<MessageId> origin,
        Optional<Instant> originTimestamp,
        Optional<String> group,
        OptionalInt attempts,
        Optional<Cause> cause) {

    /// Why it died. A part that is not told is the empty text.
    ///
    /// @param stackTrace as written, may be cut by whoever wrote it
    public record Cause(String exceptionClass, String message, String stackTrace) {}

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
                Optional.empty());
    }
}
