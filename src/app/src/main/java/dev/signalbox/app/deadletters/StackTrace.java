package dev.signalbox.app.deadletters;

import java.util.List;
import java.util.Locale;

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

    private StackTrace() {}

    enum Kind {
        /// What was thrown, or caused it.
        THROWN,
        /// A frame of the application.
        OWN,
        /// A frame of a library or the JDK.
        LIBRARY,
        /// Everything else: `… 12 more`.
        OTHER
    }

    record Line(Kind kind, String text) {}

    static List<Line> of(String trace) {
        return trace.lines().filter(line -> !line.isBlank()).map(StackTrace::line).toList();
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
