package dev.signalbox.app.deadletters;

import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Header;
import dev.signalbox.core.model.HeaderValue;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// One header while it is being edited. What nobody touches stays what it is, to the byte and with its type.
final class HeaderEdit {
    private static final int LONGEST = 4_096;

    private final Header original;
    private final boolean nameless;
    private final boolean editable;
    private final String shown;
    private final StringProperty name = new SimpleStringProperty();
    private final StringProperty value = new SimpleStringProperty();

    HeaderEdit(Header original) {
        this(original, original.name().isEmpty());
    }

    private HeaderEdit(Header original, boolean nameless) {
        this.original = original;
        this.nameless = nameless;
        Optional<String> text =
                Optional.ofNullable(original.value())
                        .flatMap(Bytes::text)
                        .filter(words -> words.length() <= LONGEST)
                        .filter(HeaderEdit::fitsOneLine);
        this.editable = text.isPresent();
        this.shown = text.orElse("");
        name.set(original.name());
        value.set(shown);
    }

    /// One that is not there yet.
    static HeaderEdit fresh() {
        return new HeaderEdit(new Header("", Bytes.utf8("")), false);
    }

    private static boolean fitsOneLine(String words) {
        return words.chars().allMatch(c -> c >= ' ' && c != 0x7f);
    }

    StringProperty name() {
        return name;
    }

    StringProperty value() {
        return value;
    }

    /// Whether its value can be typed: it is text, and not too long. Its name always can.
    boolean isEditable() {
        return editable;
    }

    /// Empty where a header with a type has been given something that is no value of any, and where there is no name,
    /// unless that is how it came.
    Optional<Header> header() {
        if (name.get().isEmpty() && !nameless) {
            return Optional.empty();
        }
        if (value.get().equals(shown)) {
            return Optional.of(
                    Objects.equals(name.get(), original.name())
                            ? original
                            : new Header(name.get(), original.value(), original.typed()));
        }
        Bytes typed = Bytes.utf8(value.get());
        return original.typed() && HeaderValue.ofJson(typed).isEmpty()
                ? Optional.empty()
                : Optional.of(new Header(name.get(), typed, original.typed()));
    }
}
