package dev.signalbox.app.messages;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;

/// Lays JSON out over lines. Only white space between tokens is touched: numbers, escapes and repeated names stay
/// to the letter as they were sent.
public final class PrettyJson {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final String INDENT = "  ";

    /// Deep nesting can make a small text a large one.
    private static final int TIMES = 8;

    private static final int AT_LEAST = 1 << 20;

    private final String json;
    private final StringBuilder laidOut = new StringBuilder();
    private int depth;

    private PrettyJson(String json) {
        this.json = json;
    }

    /// Empty when it is not a JSON object or array, or would become many times as long.
    public static Optional<String> of(String text) {
        return isContainer(text) ? new PrettyJson(text).layOut() : Optional.empty();
    }

    private static boolean isContainer(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_OBJECT && first != JsonToken.START_ARRAY) {
                return false;
            }
            parser.skipChildren();
            return parser.currentToken().isStructEnd() && parser.nextToken() == null;
        } catch (IOException e) {
            return false;
        }
    }

    private Optional<String> layOut() {
        long most = Math.max(AT_LEAST, (long) TIMES * json.length());
        int at = 0;
        while (at < json.length()) {
            if (laidOut.length() > most) {
                return Optional.empty();
            }
            char c = json.charAt(at);
            if (c == '"') {
                int end = endOfString(at);
                laidOut.append(json, at, end);
                at = end;
                continue;
            }
            at = structure(c, at);
        }
        return Optional.of(laidOut.toString());
    }

    /// @return where to go on
    private int structure(char c, int at) {
        switch (c) {
            case '{', '[' -> {
                int next = skipSpace(at + 1);
                laidOut.append(c);
                if (json.charAt(next) == '}' || json.charAt(next) == ']') {
                    laidOut.append(json.charAt(next));
                    return next + 1;
                }
                depth++;
                newLine();
            }
            case '}', ']' -> {
                depth--;
                newLine();
                laidOut.append(c);
            }
            case ',' -> {
                laidOut.append(c);
                newLine();
            }
            case ':' -> laidOut.append(": ");
            case ' ', '\t', '\r', '\n' -> {
                // Laid out anew.
            }
            default -> laidOut.append(c);
        }
        return at + 1;
    }

    private int skipSpace(int from) {
        int at = from;
        while (Character.isWhitespace(json.charAt(at))) {
            at++;
        }
        return at;
    }

    private int endOfString(int start) {
        int at = start + 1;
        while (json.charAt(at) != '"') {
            at += json.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }

    private void newLine() {
        laidOut.append('\n').repeat(INDENT, depth);
    }
}
