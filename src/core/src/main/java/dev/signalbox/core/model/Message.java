package dev.signalbox.core.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A message as it lies on the broker, to the byte.
///
/// @param timestamp when it was produced (or appended, see `timestampType`), if the broker says
/// @param key null where the message has none
/// @param value null for a tombstone
/// @param headers in order, names may repeat
public record Message(
        MessageId id,
        @Nullable Instant timestamp,
        TimestampType timestampType,
        @Nullable Bytes key,
        @Nullable Bytes value,
        List<Header> headers) {

    public Message {
        headers = List.copyOf(headers);
    }

    /// The value of the last header of that name, as Kafka clients read it.
    public Optional<Bytes> header(String name) {
        return headers.reversed().stream()
                .filter(header -> header.name().equals(name))
                .findFirst()
                .map(Header::value);
    }

    /// The same as text, where it is text.
    public Optional<String> headerText(String name) {
        return header(name).flatMap(Bytes::text);
    }

    /// Bytes of key, value and headers together.
    public long size() {
        long size = sizeOf(key) + sizeOf(value);
        for (Header header : headers) {
            size += header.name().length() + sizeOf(header.value());
        }
        return size;
    }

    private static long sizeOf(@Nullable Bytes bytes) {
        return bytes == null ? 0 : bytes.size();
    }
}
