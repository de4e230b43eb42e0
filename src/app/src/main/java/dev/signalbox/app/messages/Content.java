package dev.signalbox.app.messages;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.text.Formats;
import dev.signalbox.core.model.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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

    /// Bytes of what fills a line.
    private static final int LINE = 800;

    private static final int HEX_LONGEST = 16 * 1024;
    static final int PER_LINE = 16;

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
        return new Content(
                Format.TEXT,
                readable(new String(first, StandardCharsets.UTF_8)),
                first.length < bytes.size());
    }

    /// With a picture for each control character.
    static String readable(String words) {
        if (isReadable(words)) {
            return words;
        }
        StringBuilder shown = new StringBuilder(words.length());
        words.chars().forEach(c -> shown.append(isReadable(c) ? (char) c : (char) (0x2400 + c)));
        return shown.toString();
    }

    public static Content of(@Nullable Bytes bytes) {
        if (bytes == null) {
            return new Content(Format.ABSENT, "", false);
        }
        if (bytes.size() == 0) {
            return new Content(Format.EMPTY, "", false);
        }
        if (bytes.size() > LONGEST) {
            return beginning(bytes, LONGEST)
                    .map(words -> new Content(Format.TEXT, words, true))
                    .orElseGet(() -> ofBinary(bytes));
        }
        return beginning(bytes, LONGEST).map(Content::ofText).orElseGet(() -> ofBinary(bytes));
    }

    /// The text that the first bytes are; empty where they are none. Of a large payload no more is looked at than is shown.
    private static Optional<String> beginning(Bytes bytes, int most) {
        byte[] content = bytes.lent();
        int length = Math.min(most, content.length);
        // Not in the middle of a character, which has four bytes at most.
        int least = Math.max(0, length - 3);
        while (length < content.length && length > least && (content[length] & 0xC0) == 0x80) {
            length--;
        }
        return Bytes.of(Arrays.copyOf(content, length)).text().filter(Content::isReadable);
    }

    /// In one line, for a table: what is not text as its first bytes.
    public static String line(@Nullable Bytes bytes) {
        if (bytes == null) {
            return "";
        }
        return beginning(bytes, LINE)
                .map(words -> words.substring(0, Math.min(200, words.length())))
                .map(words -> words.replaceAll("\\s+", " "))
                .orElseGet(
                        () ->
                                "0x"
                                        + HexFormat.of()
                                                .formatHex(
                                                        bytes.lent(),
                                                        0,
                                                        Math.min(32, bytes.size())));
    }

    /// What is told beside it: `JSON · 1.2 KiB`.
    ///
    /// @param size of all of it
    static String described(Format format, long size) {
        String name = text("content." + format.name().toLowerCase(java.util.Locale.ROOT));
        return size == 0 ? name : text("content.described", name, Formats.bytes(size));
    }

    private static Content ofText(String words) {
        return PrettyJson.of(words)
                .map(pretty -> new Content(Format.JSON, pretty, false))
                .orElseGet(() -> new Content(Format.TEXT, words, false));
    }

    private static Content ofBinary(Bytes bytes) {
        int length = Math.min(HEX_LONGEST, bytes.size());
        StringBuilder lines = new StringBuilder();
        for (int line = 0; line * PER_LINE < length; line++) {
            lines.append(hexLine(bytes, line)).append('\n');
        }
        return new Content(Format.BINARY, lines.toString(), length < bytes.size());
    }

    static String hexLine(Bytes bytes, int number) {
        int at = number * PER_LINE;
        byte[] line = new byte[Math.min(PER_LINE, bytes.size() - at)];
        bytes.buffer().get(at, line);
        StringBuilder shown = new StringBuilder();
        shown.append(HexFormat.of().toHexDigits(at, 6)).append("  ");
        shown.append(HexFormat.ofDelimiter(" ").formatHex(line));
        shown.repeat("   ", PER_LINE - line.length).append("  ");
        for (byte b : line) {
            shown.append(b >= ' ' && b < 0x7f ? (char) b : '.');
        }
        return shown.toString();
    }

    /// Well-formed UTF-8 that holds control characters is a number or a serialised object, not a text.
    private static boolean isReadable(String words) {
        return words.chars().allMatch(Content::isReadable);
    }

    private static boolean isReadable(int c) {
        return c >= ' ' || c == '\n' || c == '\r' || c == '\t';
    }
}
