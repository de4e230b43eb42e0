package dev.signalbox.cli.shell;

/// Text from a server, made safe to print: what others wrote must not steer the operator's terminal.
public final class Plain {
    private Plain() {}

    /// The text in one line: white space becomes a blank, other control characters a question mark.
    public static String of(String text) {
        return text.codePoints()
                .map(each -> Character.isWhitespace(each) ? ' ' : isUnsafe(each) ? '?' : each)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// The same, cut to so many characters.
    public static String of(String text, int most) {
        String plain = of(text);
        return plain.length() <= most ? plain : plain.substring(0, most - 3) + "...";
    }

    private static boolean isUnsafe(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED ->
                    true;
            default -> false;
        };
    }
}
