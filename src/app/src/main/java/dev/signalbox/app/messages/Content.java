package dev.signalbox.app.messages;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.text.Formats;
import dev.signalbox.core.model.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Bytes as a person reads them.
///
/// @param format what they are: JSON, text, binary
/// @param shown laid out over lines
/// @param cut whether there is more than is shown
public record Content(Format format, String shown, boolean cut) {
    /// More than that makes a text field slow, and nobody reads it.
    private static final int LONGEST = 256 * 1024;

    private static final int HEX_LONGEST = 16 * 1024;
    private static final int PER_LINE = 16;

    public enum Format {
        /// There is no value at all: a tombstone, a message without a key.
        ABSENT,
        EMPTY,
        JSON,
        TEXT,
        BINARY
    }

    /// The ways to look at the same bytes.
    public enum Look {
        /// JSON laid out over lines.
        PRETTY,
        TEXT,
        HEX
    }

    /// The ways in which these bytes can be looked at, the most readable first.
    public static List<Look> looks(@Nullable Bytes bytes) {
        return switch (of(bytes).format()) {
            case ABSENT, EMPTY -> List.of();
            case JSON -> List.of(Look.PRETTY, Look.TEXT, Look.HEX);
            case TEXT -> List.of(Look.TEXT, Look.HEX);
            case BINARY -> List.of(Look.HEX, Look.TEXT);
        };
    }

    /// The bytes as somebody wishes to look at them; as they can be where that is not possible.
    public static Content of(@Nullable Bytes bytes, Look look) {
        if (bytes == null || !looks(bytes).contains(look)) {
            return of(bytes);
        }
        return switch (look) {
            case PRETTY -> of(bytes);
            case TEXT -> asText(bytes);
            case HEX -> ofBinary(bytes);
        };
    }

    /// Also what is no text: what cannot be read of it is a replacement character, or a control picture.
    private static Content asText(Bytes bytes) {
        byte[] first = new byte[Math.min(LONGEST, bytes.size())];
        bytes.buffer().get(first);
        StringBuilder words = new StringBuilder();
        new String(first, StandardCharsets.UTF_8)
                .chars()
                .forEach(c -> words.append(isReadable(c) ? (char) c : (char) (0x2400 + c)));
        return new Content(Format.TEXT, words.toString(), first.length < bytes.size());
    }

    public static Content of(@Nullable Bytes bytes) {
        if (bytes == null) {
            return new Content(Format.ABSENT, "", false);
        }
        if (bytes.size() == 0) {
            return new Content(Format.EMPTY, "", false);
        }
        Optional<String> words = bytes.text().filter(Content::isReadable);
        return words.map(Content::ofText).orElseGet(() -> ofBinary(bytes));
    }

    /// In one line, for a table: what is not text as its first bytes.
    public static String line(@Nullable Bytes bytes) {
        if (bytes == null) {
            return "";
        }
        return bytes.text()
                .filter(Content::isReadable)
                .map(words -> words.substring(0, Math.min(200, words.length())))
                .map(words -> words.replaceAll("\\s+", " "))
                .orElseGet(() -> "0x" + bytes.hex().substring(0, Math.min(64, bytes.size() * 2)));
    }

    /// What is told beside it: `JSON · 1.2 KiB`.
    public String described(@Nullable Bytes bytes) {
        String name = text("content." + format.name().toLowerCase(java.util.Locale.ROOT));
        String size =
                bytes == null || bytes.size() == 0
                        ? name
                        : text("content.described", name, Formats.bytes(bytes.size()));
        return cut ? text("content.cut", size) : size;
    }

    private static Content ofText(String words) {
        if (words.length() > LONGEST) {
            return new Content(Format.TEXT, words.substring(0, LONGEST), true);
        }
        return PrettyJson.of(words)
                .map(pretty -> new Content(Format.JSON, pretty, false))
                .orElseGet(() -> new Content(Format.TEXT, words, false));
    }

    private static Content ofBinary(Bytes bytes) {
        ByteBuffer buffer = bytes.buffer();
        int length = Math.min(HEX_LONGEST, buffer.remaining());
        StringBuilder lines = new StringBuilder();
        for (int at = 0; at < length; at += PER_LINE) {
            byte[] line = new byte[Math.min(PER_LINE, length - at)];
            buffer.get(line);
            lines.append(HexFormat.of().toHexDigits(at, 6)).append("  ");
            lines.append(HexFormat.ofDelimiter(" ").formatHex(line));
            lines.repeat("   ", PER_LINE - line.length).append("  ");
            for (byte b : line) {
                lines.append(b >= ' ' && b < 0x7f ? (char) b : '.');
            }
            lines.append('\n');
        }
        return new Content(Format.BINARY, lines.toString(), length < bytes.size());
    }

    /// Well-formed UTF-8 that holds control characters is a number or a serialised object, not a text.
    private static boolean isReadable(String words) {
        return words.chars().allMatch(Content::isReadable);
    }

    private static boolean isReadable(int c) {
        return c >= ' ' || c == '\n' || c == '\r' || c == '\t';
    }
}
