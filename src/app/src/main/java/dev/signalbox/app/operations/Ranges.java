package dev.signalbox.app.operations;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.text.Formats;
import dev.signalbox.core.model.MessageSelection.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Offset ranges as the audit writes them, and as people read them.
final class Ranges {
    private static final Pattern WRITTEN =
            Pattern.compile("Range\\[partition=(\\d{1,9}), from=(\\d{1,18}), to=(\\d{1,18})]");

    private Ranges() {}

    /// Neighbours as one; empty where it is not written so.
    static Optional<String> words(String written) {
        if (!written.matches("\\[?(?:" + WRITTEN.pattern() + "(?:, )?)+]?")) {
            return Optional.empty();
        }
        List<Range> joined = new ArrayList<>();
        for (Range range : WRITTEN.matcher(written).results().map(Ranges::read).toList()) {
            Range last = joined.isEmpty() ? null : joined.getLast();
            if (last != null
                    && last.partition() == range.partition()
                    && last.to() == range.from()) {
                joined.set(joined.size() - 1, new Range(last.partition(), last.from(), range.to()));
            } else {
                joined.add(range);
            }
        }
        return Optional.of(String.join(", ", joined.stream().map(Ranges::words).toList()));
    }

    private static Range read(MatchResult match) {
        long from = Long.parseLong(match.group(2));
        return new Range(
                Integer.parseInt(match.group(1)),
                from,
                Math.max(from, Long.parseLong(match.group(3))));
    }

    private static String words(Range range) {
        return range.length() == 1
                ? text("history.range.one", range.partition(), Formats.number(range.from()))
                : text(
                        "history.range",
                        range.partition(),
                        Formats.number(range.from()),
                        Formats.number(range.to() - 1));
    }
}
