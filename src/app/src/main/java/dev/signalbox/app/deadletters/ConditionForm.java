package dev.signalbox.app.deadletters;

import static dev.signalbox.app.text.AppTexts.text;
import static dev.signalbox.app.text.AppTexts.word;

import dev.signalbox.app.parts.TimeField;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Conditions for whoever does not know their language: a field for each of the common ones.
final class ConditionForm extends MenuButton {
    private final Predicate<String> add;
    private final GridPane grid = new GridPane();
    private int rows;

    /// @param add takes a condition, unless something is wrong about it
    ConditionForm(Predicate<String> add) {
        super(text("filter.add"), new FontIcon(Feather.PLUS));
        this.add = add;
        setId("add-condition");
        grid.getStyleClass().add("condition-form");
        addTime("filter.since", "time>=");
        addTime("filter.until", "time<");
        for (ConditionEntry entry : ConditionEntry.values()) {
            addEntry(entry);
        }
        CustomMenuItem item = new CustomMenuItem(grid, false);
        item.getStyleClass().add("condition-form-item");
        getItems().add(item);
    }

    private void addTime(String key, String begin) {
        TimeField field = new TimeField(Instant.now());
        row(text(key), field, () -> field.value().map(time -> begin + time), () -> {});
    }

    private void addEntry(ConditionEntry entry) {
        TextField value = new TextField();
        TextField name = new TextField();
        boolean named = entry == ConditionEntry.HEADER || entry == ConditionEntry.PAYLOAD_PLACE;
        name.setPrefColumnCount(9);
        name.setPromptText(text(entry == ConditionEntry.HEADER ? "filter.name" : "filter.place"));
        value.setPromptText(text("filter.value"));
        Node fields = named ? new HBox(4, name, value) : value;
        row(
                word("condition", entry),
                fields,
                () ->
                        value.getText().isBlank() || (named && name.getText().isBlank())
                                ? Optional.empty()
                                : Optional.of(
                                        condition(entry, name.getText().strip(), value.getText())),
                value::clear);
    }

    /// The condition in the language of the command line.
    static String condition(ConditionEntry entry, String name, String value) {
        return switch (entry) {
            case ORIGIN -> "origin=" + value;
            case CAUSE -> "cause~" + value;
            case MESSAGE -> "message~" + value;
            case KEY -> "key=" + value;
            case HEADER -> "header." + name + "=" + value;
            case PAYLOAD_PLACE ->
                    "payload" + (name.startsWith("$") ? "." : "") + name + "=" + value;
            case PAYLOAD_TEXT -> "payload~" + value;
        };
    }

    private void row(
            String words, Node fields, Supplier<Optional<String>> condition, Runnable taken) {
        Label label = new Label(words);
        label.setLabelFor(fields);
        Button button = new Button(text("filter.apply"));
        button.setOnAction(
                _ ->
                        condition
                                .get()
                                .filter(add)
                                .ifPresent(
                                        _ -> {
                                            taken.run();
                                            hide();
                                        }));
        grid.addRow(rows++, label, fields, button);
    }
}
