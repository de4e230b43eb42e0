package dev.signalbox.demo.services.rabbitmq;

import com.rabbitmq.client.Delivery;
import dev.signalbox.demo.services.broker.MessageHeader;
import dev.signalbox.demo.services.consumer.MalformedMessageException;
import dev.signalbox.demo.services.consumer.Message;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message that the node has handed over and waits to hear of.
///
/// @param queue it came from
/// @param attempt how often it will have been tried after this time, from 1
/// @param notBefore when its back-off is over
record Held(String queue, Delivery delivery, int attempt, Instant notBefore) {

    long tag() {
        return delivery.getEnvelope().getDeliveryTag();
    }

    Held again(int nextAttempt, Instant when) {
        return new Held(queue, delivery, nextAttempt, when);
    }

    /// Reads it. One that comes without an id is known by its content: a queue has no offsets, and a
    /// second delivery must be recognised.
    ///
    /// @throws MalformedMessageException when the body is no JSON object
    Message read() throws MalformedMessageException {
        String id =
                header(MessageHeader.MESSAGE_ID)
                        .or(() -> Optional.ofNullable(delivery.getProperties().getMessageId()))
                        .orElseGet(() -> queue + "-" + UUID.nameUUIDFromBytes(delivery.getBody()));
        return Message.of(id, header(MessageHeader.XID), delivery.getBody());
    }

    /// Whatever type of value it has; texts come as a type of the client's own.
    private Optional<String> header(String name) {
        @Nullable Map<String, Object> headers = delivery.getProperties().getHeaders();
        return Optional.ofNullable(headers).map(all -> all.get(name)).map(Object::toString);
    }

    @Override
    public String toString() {
        return queue + " #" + tag();
    }
}
