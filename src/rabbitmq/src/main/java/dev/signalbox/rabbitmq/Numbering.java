package dev.signalbox.rabbitmq;

import com.rabbitmq.client.AMQP.BasicProperties;
import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Header;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Gives the messages of a queue, read from its head, positions that stay theirs.
///
/// A queue has no offsets, and the place of a message changes with every one that is taken before it. So a position is
/// made of what the message is: 53 bits (which every reader of JSON keeps exactly) of a digest over its body, its headers
/// and its properties. Exchange and routing key are left out, as a restored message has others. The second of two equal
/// messages gets another number; which of the two it is makes no difference.
final class Numbering {
    private static final long MASK = (1L << 53) - 1;

    private final MessageDigest digest;
    private final Set<Long> seen = new HashSet<>();
    private final Map<Long, Integer> again = new HashMap<>();

    Numbering() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    long next(BasicProperties properties, byte[] body) {
        long first = of(properties, body, 0);
        return seen.add(first) ? first : of(properties, body, again.merge(first, 1, Integer::sum));
    }

    private long of(BasicProperties from, byte[] body, int before) {
        digest.reset();
        number(before);
        text(from.getContentType());
        text(from.getContentEncoding());
        text(from.getDeliveryMode());
        text(from.getPriority());
        text(from.getCorrelationId());
        text(from.getReplyTo());
        text(from.getExpiration());
        text(from.getMessageId());
        text(from.getType());
        text(from.getAppId());
        text(from.getClusterId());
        Date timestamp = from.getTimestamp();
        text(timestamp == null ? null : timestamp.toInstant());
        for (Header header : Tables.headers(Messages.ownHeaders(from))) {
            text(header.name());
            Bytes value = header.value();
            number(header.typed() ? 1 : 0);
            if (value == null) {
                number(-1);
            } else {
                number(value.size());
                digest.update(value.buffer());
            }
        }
        number(body.length);
        digest.update(body);
        return ByteBuffer.wrap(digest.digest()).getLong() & MASK;
    }

    private void number(int number) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).flip());
    }

    private void text(@Nullable Object value) {
        if (value == null) {
            number(-1);
            return;
        }
        byte[] bytes = value.toString().getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        digest.update(bytes);
    }
}
