package dev.signalbox.app.deadletters;

import static dev.signalbox.app.text.AppTexts.text;

import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Headers as rows to be typed in, taken out and added to. Names may repeat.
final class HeaderEditor extends ScrollPane {
    private final ObservableList<HeaderEdit> headers;
    private final VBox rows = new VBox(4);
    private final Button add = new Button(text("edit.add-header"), new FontIcon(Feather.PLUS));

    HeaderEditor(ObservableList<HeaderEdit> headers) {
        this.headers = headers;
        setFitToWidth(true);
        getStyleClass().add("header-editor");
        add.getStyleClass().addAll("flat", "small");
        add.setOnAction(_ -> headers.add(HeaderEdit.fresh()));
        setContent(rows);
        headers.addListener((ListChangeListener<HeaderEdit>) _ -> show());
        show();
    }

    private void show() {
        rows.getChildren().setAll(headers.stream().map(this::row).toList());
        rows.getChildren().add(add);
    }

    private HBox row(HeaderEdit header) {
        TextField name = new TextField();
        name.textProperty().bindBidirectional(header.name());
        name.setPrefColumnCount(12);
        name.setAccessibleText(text("headers.name"));
        TextField value = new TextField();
        value.textProperty().bindBidirectional(header.value());
        value.setAccessibleText(text("headers.value"));
        value.setDisable(!header.isEditable());
        value.setPromptText(header.isEditable() ? "" : text("edit.not-text"));
        HBox.setHgrow(value, Priority.ALWAYS);
        Button remove = new Button("", new FontIcon(Feather.X));
        remove.getStyleClass().addAll("flat", "small", "button-icon");
        remove.setTooltip(new Tooltip(text("edit.remove-header")));
        remove.setAccessibleText(text("edit.remove-header"));
        remove.setOnAction(_ -> headers.remove(header));
        return new HBox(4, name, value, remove);
    }
}
