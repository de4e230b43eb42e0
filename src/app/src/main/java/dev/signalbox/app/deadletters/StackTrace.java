package dev.signalbox.app.deadletters;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/// A stack trace, line by line, with what each line is.
final class StackTrace {
    /// Code that nobody looks at first.
    private static final List<String> LIBRARIES =
            List.of(
                    "java.",
                    "javax.",
                    "jdk.",
                    "sun.",
                    "com.sun.",
                    "org.springframework.",
                    "org.apache.kafka.",
                    "org.apache.seata.",
                    "io.netty.",
                    "kotlin.",
                    "scala.");

    /// Nobody reads on; whoever wants to can copy all of it.
    private static final int MOST = 2_000;

    private static final int LONGEST = 2_000;

    private static final int FOLDED_FROM = 3;

    private StackTrace() {}

    enum Kind {
        /// What was thrown, or caused it.
        THROWN,
        /// A frame of the application.
        OWN,
        /// A frame of a library or the JDK.
        LIBRARY,
        /// Several frames of libraries, folded into one line.
        FOLDED,
        /// Everything else: `… 12 more`.
        OTHER
    }

    /// @param folded what is behind a line that stands for several
    record Line(Kind kind, String text, List<Line> folded) {
        Line {
            folded = List.copyOf(folded);
        }

        Line(Kind kind, String text) {
            this(kind, text, List.of());
        }
    }

    /// The same with the frames of libraries folded where there are several of them in a row.
    ///
    /// @param words what is written for so many
    static List<Line> folded(List<Line> lines, IntFunction<String> words) {
        List<Line> shown = new ArrayList<>();
        List<Line> run = new ArrayList<>();
        for (Line line : lines) {
            if (line.kind() == Kind.LIBRARY) {
                run.add(line);
            } else {
                fold(run, shown, words);
                shown.add(line);
            }
        }
        fold(run, shown, words);
        return shown;
    }

    private static void fold(List<Line> run, List<Line> shown, IntFunction<String> words) {
        if (run.size() >= FOLDED_FROM) {
            shown.add(new Line(Kind.FOLDED, "    " + words.apply(run.size()), run));
        } else {
            shown.addAll(run);
        }
        run.clear();
    }

    static List<Line> of(String trace) {
        return trace.lines()
                .filter(line -> !line.isBlank())
                .limit(MOST)
                .map(line -> line.substring(0, Math.min(line.length(), LONGEST)))
                .map(StackTrace::line)
                .toList();
    }

    private static Line line(String raw) {
        String words = raw.strip();
        if (words.startsWith("at ")) {
            return new Line(kindOf(words.substring(3)), "    " + words);
        }
        if (words.startsWith("...")) {
            return new Line(Kind.OTHER, "    " + words);
        }
        boolean thrown =
                !Character.isWhitespace(raw.charAt(0))
                        || words.toLowerCase(Locale.ROOT).startsWith("caused by:")
                        || words.startsWith("Suppressed:");
        return new Line(thrown ? Kind.THROWN : Kind.OTHER, words);
    }

    private static Kind kindOf(String frame) {
        // A frame may begin with its module: `java.base/java.lang.Thread.run`.
        String method = frame.substring(frame.indexOf('/') + 1);
        return LIBRARIES.stream().anyMatch(method::startsWith) ? Kind.LIBRARY : Kind.OWN;
    }
}
