package dev.signalbox.app.deadletters;

import static dev.signalbox.app.text.AppTexts.text;
import static dev.signalbox.app.text.AppTexts.word;

import dev.signalbox.core.deadletter.LetterCondition;
import dev.signalbox.core.deadletter.LetterFilter;
import dev.signalbox.core.problem.Problem;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The conditions that hold of the letters shown, each with a cross to take it off, and a field to add one in the
/// language of the command line.
final class FilterBar extends VBox {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("error");

    private final DeadLettersViewModel model;
    private final FlowPane chips = new FlowPane();
    private final TextField field = new TextField();
    private final Label wrong = new Label();
    private final MenuButton copy = new MenuButton("", new FontIcon(Feather.TERMINAL));
    private final ConditionForm form;

    FilterBar(DeadLettersViewModel model) {
        this.model = model;
        this.form = new ConditionForm(this::add);
        getStyleClass().add("filter-bar");
        chips.getStyleClass().add("filter-chips");
        chips.setAlignment(Pos.CENTER_LEFT);
        field.setId("where");
        field.setPromptText(text("filter.prompt"));
        field.setAccessibleText(text("filter.accessible"));
        field.setTooltip(new Tooltip(text("filter.hint")));
        field.setPrefColumnCount(17);
        field.setOnAction(_ -> addTyped());
        field.textProperty().subscribe(_ -> tell(Optional.empty()));
        copy.setId("copy-command");
        copy.getStyleClass().add("flat");
        copy.setTooltip(new Tooltip(text("filter.copy")));
        copy.setAccessibleText(text("filter.copy"));
        for (CommandVerb verb : CommandVerb.values()) {
            MenuItem item = new MenuItem(word("command", verb));
            item.setOnAction(_ -> copyCommand(verb));
            copy.getItems().add(item);
        }
        wrong.getStyleClass().add("tone-danger");
        wrong.setWrapText(true);
        tell(Optional.empty());
        getChildren().addAll(chips, wrong);
        model.narrowing().filters().filter().subscribe(this::show);
        model.open().subscribe(place -> setDisable(place.isEmpty()));
    }

    private void show(LetterFilter filter) {
        chips.getChildren().setAll(filter.conditions().stream().map(this::chip).toList());
        chips.getChildren().addAll(field, form, copy);
    }

    private HBox chip(LetterCondition condition) {
        Label words = new Label(condition.toString());
        words.setMaxWidth(320);
        Button off = new Button("", new FontIcon(Feather.X));
        off.getStyleClass().addAll("flat", "small", "button-icon", "chip-off");
        off.setAccessibleText(text("filter.remove", condition.toString()));
        off.setOnAction(_ -> model.narrowing().filters().remove(condition));
        HBox chip = new HBox(words, off);
        chip.setAlignment(Pos.CENTER_LEFT);
        chip.getStyleClass().add("filter-chip");
        Tooltip.install(chip, new Tooltip(condition.toString()));
        return chip;
    }

    private void addTyped() {
        if (!field.getText().isBlank() && add(field.getText().strip())) {
            field.clear();
        }
    }

    private boolean add(String condition) {
        Optional<Problem> problem = model.narrowing().filters().add(condition);
        tell(problem);
        return problem.isEmpty();
    }

    private void tell(Optional<Problem> problem) {
        field.pseudoClassStateChanged(INVALID, problem.isPresent());
        wrong.setText(
                problem.map(it -> text("filter.wrong", it.summary(), it.remedy())).orElse(""));
        wrong.setVisible(problem.isPresent());
        wrong.setManaged(problem.isPresent());
    }

    private void copyCommand(CommandVerb verb) {
        model.commandLine(verb)
                .ifPresent(
                        command -> {
                            ClipboardContent content = new ClipboardContent();
                            content.putString(command);
                            Clipboard.getSystemClipboard().setContent(content);
                        });
    }
}
