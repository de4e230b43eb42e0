package dev.signalbox.core.model;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Bytes that do not change: a key, a payload or the value of a header.
public final class Bytes {
    private static final char REPLACEMENT = '\uFFFD';

    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    /// A copy of the array.
    public static Bytes of(byte[] content) {
        return new Bytes(content.clone());
    }

    /// A copy of the array, or null for null: Kafka tells "no value" from "empty value".
    public static @Nullable Bytes ofNullable(byte @Nullable [] content) {
        return content == null ? null : of(content);
    }

    /// Takes the array over, without a copy: whoever gives it away must never change it. For what a client has just
    /// unpacked for us alone; at hundreds of thousands of messages a copy of each is what they wait for.
    public static @Nullable Bytes takenOver(byte @Nullable [] content) {
        return content == null ? null : new Bytes(content);
    }

    public static Bytes utf8(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    public int size() {
        return content.length;
    }

    /// A copy of the content.
    public byte[] toArray() {
        return content.clone();
    }

    /// The content itself, not to be changed. Only for a client that reads it and nothing else.
    public byte[] lent() {
        return content;
    }

    /// A view for reading, without a copy.
    public ByteBuffer buffer() {
        return ByteBuffer.wrap(content).asReadOnlyBuffer();
    }

    /// The content as text, if it is well-formed UTF-8.
    public Optional<String> text() {
        String lenient = new String(content, StandardCharsets.UTF_8);
        // Only what is not well-formed, or has this very character in it, needs a closer look.
        return lenient.indexOf(REPLACEMENT) < 0 ? Optional.of(lenient) : strict();
    }

    private Optional<String> strict() {
        try {
            return Optional.of(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(buffer())
                            .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    public String hex() {
        return HexFormat.of().formatHex(content);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Bytes that && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    /// Size only: payloads may be private and have no place in a log.
    @Override
    public String toString() {
        return "Bytes[" + content.length + "]";
    }
}
