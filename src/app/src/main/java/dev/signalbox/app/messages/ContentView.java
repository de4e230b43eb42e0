package dev.signalbox.app.messages;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.core.model.Bytes;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A payload to be read and copied.
public final class ContentView extends VBox {
    private final Label described = new Label();
    private final TextArea area = new TextArea();

    public ContentView() {
        getStyleClass().add("content-view");
        described.getStyleClass().add("muted");
        area.setEditable(false);
        area.getStyleClass().addAll("code", "content-text");
        area.setAccessibleText(text("content.accessible"));
        VBox.setVgrow(area, Priority.ALWAYS);
        Button copy = new Button("", new FontIcon(Feather.COPY));
        copy.getStyleClass().addAll("flat", "small", "button-icon");
        copy.setTooltip(new Tooltip(text("content.copy")));
        copy.setAccessibleText(text("content.copy"));
        copy.setOnAction(_ -> copy());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(described, gap, copy);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, area);
    }

    public void show(@Nullable Bytes bytes) {
        Content content = Content.of(bytes);
        described.setText(content.described(bytes));
        area.setText(content.shown());
        area.setScrollTop(0);
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(area.getText());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
