package dev.signalbox.app.action;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.parts.Icons;
import dev.signalbox.app.text.Tone;
import javafx.scene.Node;
import org.kordamp.ikonli.javafx.FontIcon;

/// Whether a step was done, as a shape.
final class StepMark {
    private StepMark() {}

    static Node of(boolean succeeded) {
        Tone tone = succeeded ? Tone.GOOD : Tone.DANGER;
        FontIcon icon = new FontIcon(Icons.of(tone));
        icon.getStyleClass().add(tone.styleClass());
        icon.setAccessibleText(text(succeeded ? "run.step-done" : "run.step-failed"));
        return icon;
    }
}
