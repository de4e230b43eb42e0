package dev.signalbox.demo.services.kafka;

import dev.signalbox.demo.services.broker.MessageHeader;
import dev.signalbox.demo.services.consumer.MalformedMessageException;
import dev.signalbox.demo.services.consumer.Message;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// A message as it was delivered this time.
///
/// @param attempt how often it will have been tried after this time, from 1
/// @param notBefore when its back-off is over
public record Delivery(
        ConsumerRecord<byte[], byte[]> message, Origin origin, int attempt, Instant notBefore) {

    /// Reads it. Headers may be missing: the message id is then made of the origin.
    ///
    /// @throws MalformedMessageException when the value is no JSON object
    Message read() throws MalformedMessageException {
        return Message.of(
                HeaderValue.text(message.headers(), MessageHeader.MESSAGE_ID)
                        .orElseGet(origin::asMessageId),
                HeaderValue.text(message.headers(), MessageHeader.XID),
                message.value());
    }

    /// Whether its back-off is not over yet. One that is still far from it has a time stamp from another
    /// clock than ours, and waits for nothing.
    public boolean isEarly(Instant now) {
        return now.isBefore(notBefore) && now.plus(Forwarding.LONGEST_BACK_OFF).isAfter(notBefore);
    }
}
