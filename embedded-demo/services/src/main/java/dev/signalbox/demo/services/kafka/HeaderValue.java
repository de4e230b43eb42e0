package dev.signalbox.demo.services.kafka;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/// Header values as Spring Kafka encodes them. What others wrote may have any form: reading yields
/// nothing rather than an error.
public final class HeaderValue {

    private HeaderValue() {}

    /// UTF-8.
    public static byte[] text(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    /// Four bytes, big-endian: partitions and attempts.
    public static byte[] int32(int value) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
    }

    /// Eight bytes, big-endian: offsets and timestamps of origins.
    public static byte[] int64(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }

    /// As few bytes as the number needs, big-endian: timestamps of the retry topic.
    public static byte[] shortest(long value) {
        return BigInteger.valueOf(value).toByteArray();
    }

    /// The last header of this name as text.
    public static Optional<String> text(Headers headers, String name) {
        return bytes(headers, name).map(value -> new String(value, StandardCharsets.UTF_8));
    }

    /// The last header of this name as a number of exactly four bytes.
    public static OptionalInt int32(Headers headers, String name) {
        return bytes(headers, name)
                .filter(value -> value.length == Integer.BYTES)
                .map(value -> OptionalInt.of(ByteBuffer.wrap(value).getInt()))
                .orElse(OptionalInt.empty());
    }

    /// The last header of this name as a number of one to eight bytes.
    public static OptionalLong integer(Headers headers, String name) {
        return bytes(headers, name)
                .filter(value -> value.length >= 1 && value.length <= Long.BYTES)
                .map(value -> OptionalLong.of(new BigInteger(value).longValueExact()))
                .orElse(OptionalLong.empty());
    }

    private static Optional<byte[]> bytes(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name)).map(Header::value);
    }
}
