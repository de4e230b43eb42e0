package dev.signalbox.core.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One header of a message. Names may repeat and order matters, so headers are a list.
///
/// @param value the bytes as they are on the broker; for a typed header its [HeaderValue] as JSON
/// @param typed whether the broker gives the header a type of its own, as AMQP does
public record Header(String name, @Nullable Bytes value, boolean typed) {
    /// A header of bytes, as Kafka has them.
    public Header(String name, @Nullable Bytes value) {
        this(name, value, false);
    }

    /// A header with a type. Text stays plain: it is what most headers are, and reads the same everywhere.
    public static Header of(String name, HeaderValue value) {
        return value instanceof HeaderValue.Text(String text)
                ? new Header(name, Bytes.utf8(text))
                : new Header(name, Bytes.utf8(value.json()), true);
    }

    /// The value with its type. Bytes without one are text where they are well-formed UTF-8. A typed header whose JSON
    /// was damaged is bytes too.
    public HeaderValue content() {
        if (value == null) {
            return new HeaderValue.Nothing();
        }
        Bytes bytes = value;
        Optional<HeaderValue> read =
                typed ? HeaderValue.ofJson(bytes) : bytes.text().map(HeaderValue.Text::new);
        return read.orElseGet(() -> new HeaderValue.Binary(bytes));
    }

    /// The value as text, where it is text or has a type that reads as text.
    public Optional<String> text() {
        if (!typed) {
            return value == null ? Optional.empty() : value.text();
        }
        return switch (content()) {
            case HeaderValue.Nothing _ -> Optional.empty();
            case HeaderValue.Binary _ -> Optional.empty();
            case HeaderValue known -> Optional.of(known.text());
        };
    }
}
