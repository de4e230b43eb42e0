package dev.signalbox.core.deadletter;

import dev.signalbox.core.model.Header;
import dev.signalbox.core.model.Message;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// Reads headers that are text. What is not what it should be is empty.
final class HeaderText {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private HeaderText() {}

    /// Text that is there and says something.
    static Optional<String> of(Message message, String name) {
        return message.headerText(name).filter(text -> !text.isBlank());
    }

    /// The first of several names that says something.
    static Optional<String> first(Message message, String... names) {
        for (String name : names) {
            Optional<String> text = of(message, name);
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    /// Text that may be cut within a character: what can be read of it.
    static Optional<String> lenient(Message message, String name) {
        Optional<String> text = message.headerText(name);
        return text.isPresent()
                ? text
                : message.header(name)
                        .map(value -> new String(value.toArray(), StandardCharsets.UTF_8));
    }

    /// A number written as digits.
    static OptionalLong number(Message message, String name) {
        Optional<String> digits = of(message, name).filter(NUMBER.asMatchPredicate());
        return digits.isPresent()
                ? OptionalLong.of(Long.parseLong(digits.get()))
                : OptionalLong.empty();
    }

    /// The same where more than an `int` makes no sense.
    static OptionalInt small(Message message, String name) {
        OptionalLong number = number(message, name);
        return number.isPresent() && number.getAsLong() <= Integer.MAX_VALUE
                ? OptionalInt.of((int) number.getAsLong())
                : OptionalInt.empty();
    }

    /// Whether any header has a name that begins so.
    static boolean any(Message message, String prefix) {
        for (Header header : message.headers()) {
            if (header.name().startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
