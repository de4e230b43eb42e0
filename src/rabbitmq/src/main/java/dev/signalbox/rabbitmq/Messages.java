package dev.signalbox.rabbitmq;

import com.rabbitmq.client.AMQP.BasicProperties;
import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Header;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageId;
import dev.signalbox.core.model.TimestampType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Messages of AMQP as messages of the console and back. The routing key is the key; exchange and basic properties are
/// properties.
final class Messages {
    static final String EXCHANGE = "exchange";
    private static final String CONTENT_TYPE = "content-type";
    private static final String CONTENT_ENCODING = "content-encoding";
    private static final String DELIVERY_MODE = "delivery-mode";
    private static final String PRIORITY = "priority";
    private static final String CORRELATION_ID = "correlation-id";
    private static final String REPLY_TO = "reply-to";
    private static final String EXPIRATION = "expiration";
    private static final String MESSAGE_ID = "message-id";
    private static final String TYPE = "type";
    static final String USER_ID = "user-id";
    private static final String APP_ID = "app-id";
    private static final String CLUSTER_ID = "cluster-id";

    /// What a queue adds when it delivers: it tells of the delivery, not of the message.
    private static final Set<String> OF_THE_DELIVERY =
            Set.of("x-delivery-count", "x-acquired-count", "x-stream-offset");

    private static final List<String> PROPERTIES =
            List.of(
                    CONTENT_TYPE,
                    CONTENT_ENCODING,
                    DELIVERY_MODE,
                    PRIORITY,
                    CORRELATION_ID,
                    REPLY_TO,
                    EXPIRATION,
                    MESSAGE_ID,
                    TYPE,
                    USER_ID,
                    APP_ID,
                    CLUSTER_ID);

    private Messages() {}

    /// What an operator may set.
    static List<String> propertyNames() {
        return PROPERTIES;
    }

    /// Whether there is such a property, and the value can be one.
    static boolean isProperty(String name, String value) {
        return switch (name) {
            case DELIVERY_MODE -> value.equals("1") || value.equals("2");
            case PRIORITY -> value.matches("\\d{1,3}") && Integer.parseInt(value) <= 255;
            case EXPIRATION -> value.matches("\\d{1,10}");
            default ->
                    PROPERTIES.contains(name)
                            && value.getBytes(StandardCharsets.UTF_8).length <= 255;
        };
    }

    static Message message(String destination, Taken taken) {
        BasicProperties properties = taken.properties();
        Date timestamp = properties.getTimestamp();
        return new Message(
                new MessageId(destination, 0, taken.position()),
                timestamp == null ? null : timestamp.toInstant(),
                timestamp == null ? TimestampType.NONE : TimestampType.CREATE_TIME,
                Bytes.utf8(taken.routingKey()),
                taken.body(),
                Tables.headers(ownHeaders(properties)),
                properties(taken.exchange(), properties));
    }

    /// The headers without what the delivery added; null where there is no table at all.
    static @Nullable Map<String, Object> ownHeaders(BasicProperties properties) {
        Map<String, Object> headers = properties.getHeaders();
        if (headers == null) {
            return null;
        }
        Map<String, Object> own = new HashMap<>(headers);
        own.keySet().removeAll(OF_THE_DELIVERY);
        return own;
    }

    /// Whether a header is the message's own.
    static boolean isOwn(String header) {
        return !OF_THE_DELIVERY.contains(header);
    }

    private static List<Header> properties(String exchange, BasicProperties from) {
        List<Header> properties = new ArrayList<>();
        add(properties, EXCHANGE, exchange);
        add(properties, CONTENT_TYPE, from.getContentType());
        add(properties, CONTENT_ENCODING, from.getContentEncoding());
        add(properties, DELIVERY_MODE, from.getDeliveryMode());
        add(properties, PRIORITY, from.getPriority());
        add(properties, CORRELATION_ID, from.getCorrelationId());
        add(properties, REPLY_TO, from.getReplyTo());
        add(properties, EXPIRATION, from.getExpiration());
        add(properties, MESSAGE_ID, from.getMessageId());
        add(properties, TYPE, from.getType());
        add(properties, USER_ID, from.getUserId());
        add(properties, APP_ID, from.getAppId());
        add(properties, CLUSTER_ID, from.getClusterId());
        return properties;
    }

    private static void add(List<Header> properties, String name, @Nullable Object value) {
        if (value != null) {
            properties.add(new Header(name, Bytes.utf8(value.toString())));
        }
    }

    /// The other way round.
    ///
    /// @param user who is going to publish it: the server takes no message that names another
    static BasicProperties properties(Message message, String user) {
        BasicProperties.Builder builder =
                new BasicProperties.Builder()
                        .contentType(text(message, CONTENT_TYPE))
                        .contentEncoding(text(message, CONTENT_ENCODING))
                        .deliveryMode(deliveryMode(message))
                        .priority(number(message, PRIORITY))
                        .correlationId(text(message, CORRELATION_ID))
                        .replyTo(text(message, REPLY_TO))
                        .expiration(text(message, EXPIRATION))
                        .messageId(text(message, MESSAGE_ID))
                        .type(text(message, TYPE))
                        .appId(text(message, APP_ID))
                        .clusterId(text(message, CLUSTER_ID));
        if (user.equals(text(message, USER_ID))) {
            builder.userId(user);
        }
        if (message.timestamp() != null) {
            builder.timestamp(Date.from(message.timestamp()));
        }
        if (!message.headers().isEmpty()) {
            builder.headers(Tables.table(message.headers()));
        }
        return builder.build();
    }

    private static @Nullable String text(Message message, String name) {
        return message.propertyText(name).orElse(null);
    }

    private static @Nullable Integer number(Message message, String name) {
        return message.propertyText(name)
                .filter(text -> text.matches("\\d{1,3}"))
                .map(Integer::valueOf)
                .orElse(null);
    }

    /// A message that is not from RabbitMQ says nothing of it: then it is to survive the node.
    private static @Nullable Integer deliveryMode(Message message) {
        return message.properties().isEmpty() ? Integer.valueOf(2) : number(message, DELIVERY_MODE);
    }
}
