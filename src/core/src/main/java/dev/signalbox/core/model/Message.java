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
/// @param properties what the broker keeps beside the headers, such as AMQP's content type, exchange and routing key;
///     empty on Kafka, which has none
public record Message(
        MessageId id,
        @Nullable Instant timestamp,
        TimestampType timestampType,
        @Nullable Bytes key,
        @Nullable Bytes value,
        List<Header> headers,
        List<Header> properties) {

    public Message {
        headers = List.copyOf(headers);
        properties = List.copyOf(properties);
    }

    /// A message without properties.
    public Message(
            MessageId id,
            @Nullable Instant timestamp,
            TimestampType timestampType,
            @Nullable Bytes key,
            @Nullable Bytes value,
            List<Header> headers) {
        this(id, timestamp, timestampType, key, value, headers, List.of());
    }

    /// The value of the last header of that name, as Kafka clients read it.
    public Optional<Bytes> header(String name) {
        return lastHeader(name).map(Header::value);
    }

    /// The same as text, where it is text.
    public Optional<String> headerText(String name) {
        return lastHeader(name).flatMap(Header::text);
    }

    /// The same with its type.
    public Optional<HeaderValue> headerContent(String name) {
        return lastHeader(name).map(Header::content);
    }

    /// A property as text.
    public Optional<String> propertyText(String name) {
        return properties.stream()
                .filter(property -> property.name().equals(name))
                .findFirst()
                .flatMap(Header::text);
    }

    /// Asked some twenty times of every dead letter: with a stream each time, it is what a replay takes longest for.
    private Optional<Header> lastHeader(String name) {
        for (int i = headers.size() - 1; i >= 0; i--) {
            if (headers.get(i).name().equals(name)) {
                return Optional.of(headers.get(i));
            }
        }
        return Optional.empty();
    }

    /// Bytes of key, value, headers and properties together.
    public long size() {
        return sizeOf(key) + sizeOf(value) + sizeOf(headers) + sizeOf(properties);
    }

    private static long sizeOf(List<Header> headers) {
        long size = 0;
        for (Header header : headers) {
            size += header.name().length() + sizeOf(header.value());
        }
        return size;
    }

    private static long sizeOf(@Nullable Bytes bytes) {
        return bytes == null ? 0 : bytes.size();
    }
}
