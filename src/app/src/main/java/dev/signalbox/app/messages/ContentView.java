package dev.signalbox.app.messages;

import static dev.signalbox.app.text.AppTexts.text;
import static dev.signalbox.app.text.AppTexts.word;

import dev.signalbox.core.model.Bytes;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
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
    private final ToggleGroup looks = new ToggleGroup();
    private final Map<Content.Look, ToggleButton> buttons = new EnumMap<>(Content.Look.class);
    private @Nullable Bytes shown;

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
        HBox head = new HBox(8, described, gap, switches(), copy);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, area);
    }

    private HBox switches() {
        HBox switches = new HBox();
        for (Content.Look look : Content.Look.values()) {
            ToggleButton button = new ToggleButton(word("look", look));
            button.setId("look-" + look.name().toLowerCase(Locale.ROOT));
            button.getStyleClass().addAll("small", place(look));
            button.setToggleGroup(looks);
            button.setAccessibleText(text("content.look", word("look", look)));
            // One of them is always chosen: a click on that one changes nothing.
            button.setOnAction(_ -> choose(look));
            buttons.put(look, button);
            switches.getChildren().add(button);
        }
        return switches;
    }

    private static String place(Content.Look look) {
        return switch (look) {
            case PRETTY -> "left-pill";
            case TEXT -> "center-pill";
            case HEX -> "right-pill";
        };
    }

    public void show(@Nullable Bytes bytes) {
        shown = bytes;
        List<Content.Look> possible = Content.looks(bytes);
        buttons.forEach((look, button) -> button.setDisable(!possible.contains(look)));
        if (possible.isEmpty()) {
            looks.selectToggle(null);
            fill(Content.of(bytes));
        } else {
            choose(possible.getFirst());
        }
    }

    private void choose(Content.Look look) {
        looks.selectToggle(buttons.get(look));
        fill(Content.of(shown, look));
    }

    private void fill(Content content) {
        described.setText(content.described(shown));
        area.setText(content.shown());
        area.setScrollTop(0);
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(area.getText());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
