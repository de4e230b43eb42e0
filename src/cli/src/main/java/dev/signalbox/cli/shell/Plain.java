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

    /// How many places it takes in a terminal: what is written in Chinese, Japanese or Korean takes two each.
    public static int width(String text) {
        return text.codePoints().map(each -> isWide(each) ? 2 : 1).sum();
    }

    private static boolean isWide(int codePoint) {
        return (codePoint >= 0x1100 && codePoint <= 0x115F) // jamo
                || (codePoint >= 0x2E80 && codePoint <= 0xA4CF) // radicals, kana, ideographs
                || (codePoint >= 0xAC00 && codePoint <= 0xD7A3) // hangul
                || (codePoint >= 0xF900 && codePoint <= 0xFAFF) // more ideographs
                || (codePoint >= 0xFE30 && codePoint <= 0xFE6F) // forms for them
                || (codePoint >= 0xFF00 && codePoint <= 0xFF60) // full width
                || (codePoint >= 0xFFE0 && codePoint <= 0xFFE6)
                || (codePoint >= 0x20000 && codePoint <= 0x3FFFD); // rare ideographs
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
