package dev.signalbox.app.parts;

import java.util.Optional;
import java.util.OptionalInt;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;

/// A whole number from one up, or nothing.
public final class CountField extends TextField {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("error");

    private final int most;

    /// @param most the largest that is let pass
    public CountField(String id, int most) {
        this.most = most;
        setId(id);
        setPrefColumnCount(4);
        textProperty().subscribe(_ -> pseudoClassStateChanged(INVALID, value().isEmpty()));
    }

    /// Without a number where nothing is typed; empty while what is typed is no such number.
    public Optional<OptionalInt> value() {
        String typed = getText().strip();
        if (typed.isEmpty()) {
            return Optional.of(OptionalInt.empty());
        }
        try {
            int number = Integer.parseInt(typed);
            return number >= 1 && number <= most
                    ? Optional.of(OptionalInt.of(number))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
