package dev.signalbox.app.deadletters;

import dev.signalbox.core.model.Bytes;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// A key or a payload while it is being edited. What nobody touches stays what it is, to the byte.
final class BytesEdit {
    /// A text field bears no more.
    private static final int LONGEST = 256 * 1024;

    private final @Nullable Bytes original;
    private final boolean editable;
    private final String shown;
    private final StringProperty text = new SimpleStringProperty();
    private final BooleanProperty absent = new SimpleBooleanProperty();

    BytesEdit(@Nullable Bytes original) {
        this.original = original;
        Optional<String> words =
                original == null
                        ? Optional.of("")
                        : original.text()
                                .filter(it -> it.length() <= LONGEST)
                                .filter(BytesEdit::isText);
        this.editable = words.isPresent();
        // A text field knows no carriage returns.
        this.shown = words.orElse("").replace("\r", "");
        text.set(shown);
        absent.set(original == null);
    }

    private static boolean isText(String words) {
        return words.chars()
                .allMatch(c -> (c >= ' ' && c != 0x7f) || c == '\n' || c == '\r' || c == '\t');
    }

    StringProperty text() {
        return text;
    }

    /// Whether there is to be none at all: no key, or a tombstone.
    BooleanProperty absent() {
        return absent;
    }

    /// Whether it can be typed: it is text, and not too long.
    boolean isEditable() {
        return editable;
    }

    @Nullable Bytes bytes() {
        if (absent.get()) {
            return null;
        }
        boolean untouched = original != null && text.get().equals(shown);
        return untouched ? original : Bytes.utf8(text.get());
    }
}
