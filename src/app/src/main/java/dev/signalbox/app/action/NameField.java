package dev.signalbox.app.action;

import static dev.signalbox.app.text.AppTexts.text;

import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Has the target's name typed, letter by letter: production, and no way back.
final class NameField extends VBox {
    NameField(String name, StringProperty typed) {
        getStyleClass().add("action-name");
        TextField field = new TextField();
        field.setId("action-name");
        field.setPromptText(name);
        field.textProperty().bindBidirectional(typed);
        Label label = new Label(text("action.type-name", name));
        label.setWrapText(true);
        label.setLabelFor(field);
        getChildren().addAll(label, field);
    }
}
