package dev.signalbox.rabbitmq;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Envelope;
import dev.signalbox.core.model.Bytes;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A message that was delivered to us and is not acknowledged.
///
/// @param tag of the delivery, on its channel
/// @param position what identifies it in its queue, see [Numbering]
record Taken(
        long tag,
        long position,
        String exchange,
        String routingKey,
        BasicProperties properties,
        Bytes body) {
    private static final BasicProperties NOTHING = new BasicProperties();

    static Taken of(Envelope envelope, BasicProperties properties, byte[] body, long position) {
        return new Taken(
                envelope.getDeliveryTag(),
                position,
                envelope.getExchange(),
                envelope.getRoutingKey(),
                properties,
                Objects.requireNonNull(Bytes.takenOver(body)));
    }

    /// Which one it is; the headers and bodies of thousands would not fit.
    Taken bare() {
        return with(NOTHING, Bytes.utf8(""));
    }

    /// The same delivery as something else.
    Taken with(BasicProperties others, Bytes content) {
        return new Taken(tag, position, exchange, routingKey, others, content);
    }

    long size() {
        return body.size();
    }

    @Nullable Map<String, Object> headers() {
        return properties.getHeaders();
    }

    /// How often it was delivered before, as a quorum queue counts.
    long deliveries() {
        Map<String, Object> headers = headers();
        return headers != null && headers.get("x-delivery-count") instanceof Number count
                ? count.longValue()
                : 0;
    }
}
