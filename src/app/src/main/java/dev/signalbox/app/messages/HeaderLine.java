package dev.signalbox.app.messages;

import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Header;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/// One header as it is shown.
///
/// @param number its place among the headers: names may repeat
/// @param kind what the value was read as
public record HeaderLine(int number, String name, Kind kind, String value) {
    private static final int LONGEST = 4_096;

    public enum Kind {
        TEXT,
        /// Four or eight bytes, big-endian.
        NUMBER,
        BINARY,
        ABSENT
    }

    public static List<HeaderLine> of(List<Header> headers) {
        return IntStream.range(0, headers.size())
                .mapToObj(number -> of(number, headers.get(number)))
                .toList();
    }

    private static HeaderLine of(int number, Header header) {
        Bytes value = header.value();
        if (value == null) {
            return new HeaderLine(number, header.name(), Kind.ABSENT, "");
        }
        Content content = Content.of(value);
        return switch (content.format()) {
            case ABSENT, EMPTY -> new HeaderLine(number, header.name(), Kind.TEXT, "");
            case JSON, TEXT ->
                    new HeaderLine(
                            number,
                            header.name(),
                            Kind.TEXT,
                            cut(value.text().orElse(content.shown())));
            case BINARY -> binary(number, header.name(), value);
        };
    }

    /// A cell with a mebibyte in it would hold up the window.
    private static String cut(String words) {
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…";
    }

    private static String hex(Bytes value) {
        byte[] first = new byte[Math.min(value.size(), LONGEST)];
        value.buffer().get(first);
        return "0x" + HexFormat.of().formatHex(first);
    }

    private static HeaderLine binary(int number, String name, Bytes value) {
        return switch (value.size()) {
            case Integer.BYTES ->
                    new HeaderLine(
                            number, name, Kind.NUMBER, Integer.toString(value.buffer().getInt()));
            case Long.BYTES ->
                    new HeaderLine(
                            number, name, Kind.NUMBER, Long.toString(value.buffer().getLong()));
            default -> new HeaderLine(number, name, Kind.BINARY, cut(hex(value)));
        };
    }
}
