package dev.signalbox.app.parts;

import dev.signalbox.core.model.Support;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// A button for something that may not be on offer: then it is disabled and its tooltip says why.
///
/// A disabled button hears no mouse, so the tooltip belongs to the pane around it.
public final class ActionButton extends StackPane {
    private final Button button;
    private final Tooltip reason = new Tooltip();

    public ActionButton(String words, Ikon icon, Runnable action) {
        this.button = new Button(words, new FontIcon(icon));
        button.setOnAction(_ -> action.run());
        getChildren().add(button);
    }

    /// For what cannot be taken back or removes something.
    public ActionButton dangerous() {
        button.getStyleClass().addAll("danger", "button-outlined");
        return this;
    }

    /// For the one thing this place is about.
    public ActionButton accented() {
        button.getStyleClass().add("accent");
        return this;
    }

    public void setWords(String words) {
        button.setText(words);
    }

    public void setIcon(Ikon icon) {
        button.setGraphic(new FontIcon(icon));
    }

    public void setSupport(Support support) {
        switch (support) {
            case Support.Offered _ -> {
                button.setDisable(false);
                Tooltip.uninstall(this, reason);
            }
            case Support.Refused refused -> {
                button.setDisable(true);
                reason.setText(refused.reason());
                Tooltip.install(this, reason);
            }
        }
    }

    /// The button itself, for a default or a shortcut.
    public Button button() {
        return button;
    }
}
