package dev.signalbox.app.messages;

import dev.signalbox.core.model.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;

/// All of a payload as lines, each made when it is looked at: a text field with mebibytes in it would hold up the window.
///
/// Making it takes a moment; not for the FX thread.
final class WholeContent {
    /// More than any broker takes by default. Whoever needs more of it has it in a file.
    static final int MOST = 32 << 20;

    /// A line without an end is broken here, on the screen only.
    private static final int LONGEST_LINE = 2_000;

    private final Content.Format format;
    private final List<String> lines;
    private final Optional<String> text;

    private WholeContent(Content.Format format, List<String> lines, Optional<String> text) {
        this.format = format;
        this.lines = lines;
        this.text = text;
    }

    static WholeContent of(Bytes bytes, Content.Look look) {
        return switch (look) {
            case HEX ->
                    new WholeContent(Content.Format.BINARY, new HexLines(bytes), Optional.empty());
            case TEXT -> ofText(Content.Format.TEXT, words(bytes));
            case PRETTY ->
                    PrettyJson.of(words(bytes))
                            .map(pretty -> ofText(Content.Format.JSON, pretty))
                            .orElseGet(() -> ofText(Content.Format.TEXT, words(bytes)));
        };
    }

    private static String words(Bytes bytes) {
        return Content.readable(new String(bytes.lent(), StandardCharsets.UTF_8));
    }

    private static WholeContent ofText(Content.Format format, String text) {
        return new WholeContent(format, new TextLines(text), Optional.of(text));
    }

    Content.Format format() {
        return format;
    }

    /// The look it came to be.
    Content.Look look() {
        return switch (format) {
            case JSON -> Content.Look.PRETTY;
            case BINARY -> Content.Look.HEX;
            case TEXT, ABSENT, EMPTY -> Content.Look.TEXT;
        };
    }

    List<String> lines() {
        return lines;
    }

    /// As it was before it was broken into lines.
    String text() {
        return text.orElseGet(() -> String.join("\n", lines));
    }

    /// Where each line begins, and nothing else: a payload may be nothing but line ends.
    private static final class TextLines extends AbstractList<String> implements RandomAccess {
        private final String text;
        private int[] starts = new int[1_024];
        private int count;

        TextLines(String text) {
            this.text = text;
            int start = 0;
            while (start < text.length() || start == 0) {
                add(start);
                start = next(start);
            }
        }

        private void add(int start) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = start;
        }

        /// Never between the two halves of a character.
        private int next(int start) {
            int end = text.indexOf('\n', start);
            int after = end < 0 ? Math.max(text.length(), 1) : end + 1;
            if (after - start <= LONGEST_LINE) {
                return after;
            }
            int broken = start + LONGEST_LINE;
            return Character.isLowSurrogate(text.charAt(broken)) ? broken - 1 : broken;
        }

        @Override
        public String get(int index) {
            int end = index + 1 < count ? starts[index + 1] : text.length();
            return text.substring(starts[index], end).stripTrailing();
        }

        @Override
        public int size() {
            return count;
        }
    }

    private static final class HexLines extends AbstractList<String> implements RandomAccess {
        private final Bytes bytes;

        HexLines(Bytes bytes) {
            this.bytes = bytes;
        }

        @Override
        public String get(int index) {
            return Content.hexLine(bytes, index);
        }

        @Override
        public int size() {
            return Math.ceilDiv(bytes.size(), Content.PER_LINE);
        }
    }
}
