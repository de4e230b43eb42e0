package dev.signalbox.app.deadletters;

import com.github.difflib.text.DiffRow;
import com.github.difflib.text.DiffRowGenerator;
import dev.signalbox.app.deadletters.LetterEditViewModel.Content;
import dev.signalbox.app.messages.PrettyJson;
import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is other in an edited copy, line beside line: headers, key, payload. JSON is laid out first, so that a change in
/// it is a line and not the whole.
final class Difference {
    private static final int LONGEST_LINE = 2_000;
    private static final DiffRowGenerator ROWS =
            DiffRowGenerator.create().lineNormalizer(line -> line).build();

    private Difference() {}

    enum Kind {
        SAME,
        CHANGED,
        ADDED,
        REMOVED
    }

    /// @param before empty where there was no such line
    record Line(Kind kind, String before, String after) {}

    static List<Line> of(Content before, Content after) {
        List<Line> lines = new ArrayList<>();
        lines.addAll(lines(headers(before), headers(after)));
        lines.addAll(lines(List.of(one(before.key())), List.of(one(after.key()))));
        lines.addAll(payload(before.value(), after.value()));
        return lines;
    }

    private static List<Line> payload(@Nullable Bytes before, @Nullable Bytes after) {
        Optional<String> prettyBefore = pretty(before);
        Optional<String> prettyAfter = pretty(after);
        boolean laidOut =
                prettyBefore.isPresent()
                        && prettyAfter.isPresent()
                        && !prettyBefore.equals(prettyAfter);
        return laidOut
                ? lines(split(prettyBefore.get()), split(prettyAfter.get()))
                : lines(split(one(before)), split(one(after)));
    }

    private static List<Line> lines(List<String> before, List<String> after) {
        return ROWS.generateDiffRows(before, after).stream().map(Difference::line).toList();
    }

    private static Line line(DiffRow row) {
        Kind kind =
                switch (row.getTag()) {
                    case EQUAL -> Kind.SAME;
                    case CHANGE -> Kind.CHANGED;
                    case INSERT -> Kind.ADDED;
                    case DELETE -> Kind.REMOVED;
                };
        return new Line(kind, cut(row.getOldLine()), cut(row.getNewLine()));
    }

    private static String cut(String line) {
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
    }

    private static Optional<String> pretty(@Nullable Bytes bytes) {
        return Optional.ofNullable(bytes).flatMap(Bytes::text).flatMap(PrettyJson::of);
    }

    private static List<String> headers(Content content) {
        return content.headers().stream()
                .map((Header header) -> header.name() + ": " + one(header.value()))
                .toList();
    }

    private static List<String> split(String text) {
        return text.lines().toList();
    }

    /// As text, or as its bytes where it is none; nothing where there is none.
    private static String one(@Nullable Bytes bytes) {
        if (bytes == null) {
            return "∅";
        }
        return bytes.text().orElseGet(() -> "0x" + bytes.hex());
    }
}
