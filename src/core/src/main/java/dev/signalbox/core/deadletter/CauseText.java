package dev.signalbox.core.deadletter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes the messages of one cause equal: what differs from letter to letter is replaced by what it is.
final class CauseText {
    /// Longer messages are compared by their beginning.
    private static final int LONGEST = 500;

    /// The order matters: a time holds numbers, and so does a UUID.
    private static final Pattern VARIABLE =
            Pattern.compile(
                    """
                    (?<quoted>"[^"]*"|(?<!\\w)'[^']*'|`[^`]*`)
                    |(?<uuid>\\b[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}\\b)
                    |(?<time>\\b\\d{4}-\\d\\d-\\d\\d(?:[T\\x20]\\d\\d:\\d\\d(?::\\d\\d(?:[.,]\\d+)?)?(?:Z|[+-]\\d\\d:?\\d\\d)?)?\\b
                        |\\b\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d+)?\\b)
                    |(?<hex>\\b0[xX][0-9a-fA-F]+\\b|@[0-9a-fA-F]{4,}\\b
                        |\\b(?=[0-9a-fA-F]*\\d)(?=[0-9a-fA-F]*[a-fA-F])[0-9a-fA-F]{8,}\\b)
                    |(?<number>(?<![A-Za-z])-?\\d+(?:[.,]\\d+)*)
                    """,
                    Pattern.COMMENTS);

    private CauseText() {}

    static String normalised(String message) {
        String text = message.length() > LONGEST ? message.substring(0, LONGEST) : message;
        Matcher matcher = VARIABLE.matcher(text);
        StringBuilder same = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(same, kind(matcher));
        }
        matcher.appendTail(same);
        return same.toString().strip();
    }

    private static String kind(Matcher matcher) {
        if (matcher.group("quoted") != null) {
            return "<value>";
        }
        if (matcher.group("uuid") != null) {
            return "<uuid>";
        }
        if (matcher.group("time") != null) {
            return "<time>";
        }
        return matcher.group("hex") != null ? "<hex>" : "<n>";
    }
}
