package dev.signalbox.app.deadletters;

import dev.signalbox.core.deadletter.DeadLetter;
import java.util.regex.Pattern;

/// What letters died of, without what differs from one to the next.
///
/// @param exceptionClass full name; empty where it is not told
/// @param message numbers and ids replaced by `#`; empty where it is not told
record Cause(String exceptionClass, String message) {
    private static final int LONGEST = 200;
    private static final Pattern UUID =
            Pattern.compile(
                    "(?i)\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b");
    private static final Pattern HEX = Pattern.compile("(?i)\\b0x[0-9a-f]+\\b");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,:]\\d+)*");

    static Cause of(DeadLetter letter) {
        return letter.cause()
                .map(cause -> new Cause(cause.exceptionClass(), normalised(cause.message())))
                .orElseGet(() -> new Cause("", ""));
    }

    private static String normalised(String message) {
        String line = message.lines().findFirst().orElse("").strip();
        String general = UUID.matcher(line).replaceAll("#");
        general = HEX.matcher(general).replaceAll("#");
        general = NUMBER.matcher(general).replaceAll("#");
        return general.length() <= LONGEST ? general : general.substring(0, LONGEST) + "…";
    }

    boolean isTold() {
        return !exceptionClass.isEmpty() || !message.isEmpty();
    }

    /// The class without its package.
    String shortClass() {
        return exceptionClass.substring(exceptionClass.lastIndexOf('.') + 1);
    }
}
