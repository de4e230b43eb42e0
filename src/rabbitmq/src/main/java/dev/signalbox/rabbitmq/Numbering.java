package dev.signalbox.rabbitmq;

import com.rabbitmq.client.AMQP.BasicProperties;
import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Header;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
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
    private static final int REMEMBERED = 64;

    private final MessageDigest digest;
    private final Set<Long> seen = new HashSet<>();
    private final Map<Long, Integer> again = new HashMap<>();
    private final Map<String, Known> recent = new HashMap<>();
    private ByteBuffer scratch = ByteBuffer.allocate(4_096);

    /// A header as the one before had it: what dies together dies of the same.
    private record Known(Object value, Header header) {}

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
        scratch.clear();
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
        headers(from.getHeaders());
        number(body.length);
        digest.update(scratch.flip());
        digest.update(body);
        return ByteBuffer.wrap(digest.digest()).getLong() & MASK;
    }

    private void headers(@Nullable Map<String, Object> table) {
        if (table == null) {
            return;
        }
        String[] names = table.keySet().toArray(String[]::new);
        Arrays.sort(names);
        for (String name : names) {
            if (Messages.isOwn(name)) {
                header(header(name, table.get(name)));
            }
        }
    }

    private void header(Header header) {
        text(header.name());
        Bytes value = header.value();
        number(header.typed() ? 1 : 0);
        if (value == null) {
            number(-1);
        } else {
            bytes(value.lent());
        }
    }

    private Header header(String name, @Nullable Object value) {
        Known known = recent.get(name);
        if (known != null && known.value().equals(value)) {
            return known.header();
        }
        Header header = Tables.header(name, value);
        if (value != null && (known != null || recent.size() < REMEMBERED)) {
            recent.put(name, new Known(value, header));
        }
        return header;
    }

    private void number(int number) {
        reserve(Integer.BYTES).putInt(number);
    }

    private void text(@Nullable Object value) {
        if (value == null) {
            number(-1);
        } else {
            bytes(value.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private void bytes(byte[] bytes) {
        number(bytes.length);
        reserve(bytes.length).put(bytes);
    }

    private ByteBuffer reserve(int bytes) {
        if (scratch.remaining() < bytes) {
            int size = Math.max(scratch.capacity() * 2, scratch.position() + bytes);
            scratch = ByteBuffer.allocate(size).put(scratch.flip());
        }
        return scratch;
    }
}
