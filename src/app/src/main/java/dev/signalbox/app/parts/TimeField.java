package dev.signalbox.app.parts;

import static dev.signalbox.app.text.AppTexts.text;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;

/// A date and a time of day in the zone of this machine, typed as `2026-11-22 10:15:30`.
public final class TimeField extends TextField {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("error");
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter READ =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm[:ss][.SSS]");

    private final BooleanBinding valid =
            Bindings.createBooleanBinding(() -> value().isPresent(), textProperty());

    public TimeField(Instant initial) {
        setText(
                WRITTEN.format(
                        initial.truncatedTo(ChronoUnit.SECONDS).atZone(ZoneId.systemDefault())));
        setPrefColumnCount(15);
        setPromptText(text("time.example"));
        valid.subscribe(good -> pseudoClassStateChanged(INVALID, !good));
    }

    /// Empty while what is typed is not a time.
    public Optional<Instant> value() {
        try {
            return Optional.of(
                    LocalDateTime.parse(getText().strip(), READ)
                            .atZone(ZoneId.systemDefault())
                            .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    public BooleanBinding validProperty() {
        return valid;
    }
}
