package dev.signalbox.app.action;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.core.model.JsonRule;
import dev.signalbox.core.model.MessageEdits;
import dev.signalbox.core.problem.ConnectorException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What is changed in the copies of a replay: rules for places in their JSON payload, in the language of the command line.
/// A copy that was edited by hand is changed no further.
final class EditOption extends VBox {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("error");

    private final Consumer<MessageEdits> changed;
    private final List<JsonRule> rules = new ArrayList<>();
    private final FlowPane chips = new FlowPane(6, 6);
    private final TextField field = new TextField();
    private final Label wrong = new Label();

    EditOption(MessageEdits edits, Consumer<MessageEdits> changed) {
        this.changed = changed;
        field.setId("replay-set");
        field.setPromptText(text("replay.set.example"));
        field.setTooltip(new Tooltip(text("replay.set.hint")));
        field.setPrefColumnCount(24);
        field.setOnAction(_ -> add());
        field.textProperty().subscribe(_ -> tell(""));
        wrong.getStyleClass().add("tone-danger");
        wrong.setWrapText(true);
        Label label = new Label(text("replay.set"));
        label.setLabelFor(field);
        HBox row = new HBox(label, chips);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("action-option");
        switch (edits) {
            case MessageEdits.Rules(List<JsonRule> known) -> {
                rules.addAll(known);
                show();
            }
            case MessageEdits.ByHand _ ->
                    chips.getChildren().setAll(new Label(text("replay.set.by-hand")));
        }
        tell("");
        getChildren().addAll(row, wrong);
    }

    private void show() {
        chips.getChildren().setAll(rules.stream().map(this::chip).toList());
        chips.getChildren().add(field);
    }

    private HBox chip(JsonRule rule) {
        Button off = new Button("", new FontIcon(Feather.X));
        off.getStyleClass().addAll("flat", "small", "button-icon", "chip-off");
        off.setAccessibleText(text("replay.set.remove", rule.toString()));
        off.setOnAction(
                _ -> {
                    rules.remove(rule);
                    changed();
                });
        HBox chip = new HBox(new Label(rule.toString()), off);
        chip.setAlignment(Pos.CENTER_LEFT);
        chip.getStyleClass().add("filter-chip");
        return chip;
    }

    private void add() {
        if (field.getText().isBlank()) {
            return;
        }
        try {
            rules.add(JsonRule.parse(field.getText().strip()));
            field.clear();
            changed();
        } catch (ConnectorException e) {
            tell(text("filter.wrong", e.problem().summary(), e.problem().remedy()));
        }
    }

    private void changed() {
        show();
        changed.accept(new MessageEdits.Rules(rules));
    }

    private void tell(String words) {
        field.pseudoClassStateChanged(INVALID, !words.isEmpty());
        wrong.setText(words);
        wrong.setVisible(!words.isEmpty());
        wrong.setManaged(!words.isEmpty());
    }
}
