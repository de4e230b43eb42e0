package dev.signalbox.app.parts;

import dev.signalbox.app.text.Shown;
import dev.signalbox.app.text.Tone;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/// A word in a frame, with the shape and the colour of its tone.
public final class Pill extends Label {
    private Tone tone = Tone.PLAIN;

    public Pill() {
        getStyleClass().add("pill");
    }

    public Pill(Shown shown) {
        this();
        show(shown);
    }

    public void show(Shown shown) {
        setText(shown.text());
        setGraphic(shown.icon().map(FontIcon::new).orElse(null));
        setTooltip(shown.hint().isEmpty() ? null : new Tooltip(shown.hint()));
        getStyleClass().remove(tone.styleClass());
        tone = shown.tone();
        getStyleClass().add(tone.styleClass());
    }
}
