package dev.signalbox.core.deadletter;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads stack traces as the JVM and .NET write them.
final class StackTraces {
    private static final Pattern FIRST_LINE =
            Pattern.compile("((?:[\\w$]+\\.)+[\\w$]+)(?::.*)?", Pattern.DOTALL);

    /// `at package.Class.method(File.java:12)`, and .NET's `at Namespace.Class.Method(String s) in file:line 12`.
    private static final Pattern FRAME =
            Pattern.compile("at (?:[\\w.-]*(?:@[\\w.-]+)?/)*([\\w.$<>`+\\[\\],]+)\\(.*");

    private static final int LONGEST_LINE = 2_000;

    private StackTraces() {}

    /// The class in the first line.
    static Optional<String> exceptionClass(String stackTrace) {
        return stackTrace
                .lines()
                .findFirst()
                .map(String::strip)
                .filter(line -> line.length() <= LONGEST_LINE)
                .map(FIRST_LINE::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1));
    }

    /// The methods of the first few frames, without line numbers: those change with every release.
    static List<String> topFrames(String stackTrace, int count) {
        return stackTrace
                .lines()
                .map(String::strip)
                .filter(line -> line.length() <= LONGEST_LINE)
                .map(FRAME::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .limit(count)
                .toList();
    }
}
