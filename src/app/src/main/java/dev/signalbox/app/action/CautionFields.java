package dev.signalbox.app.action;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.parts.CountField;
import dev.signalbox.app.parts.TimeField;
import dev.signalbox.core.gate.Caution;
import dev.signalbox.core.model.Support;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/// How carefully a replay is to go: its pace, a canary, and when to stop. What is left empty does not hold it up.
final class CautionFields extends FlowPane {
    private static final int PERCENT = 100;

    private final CountField rate = new CountField("replay-rate", Integer.MAX_VALUE);
    private final CountField canary = new CountField("replay-canary", Integer.MAX_VALUE);
    private final CheckBox later = new CheckBox(text("replay.later"));
    private final TimeField time = new TimeField(Instant.now().plus(Duration.ofHours(1)));
    private final CountField stopAt = new CountField("replay-stop-at", PERCENT);

    /// @param changed told what was typed; empty while some of it makes no sense
    /// @param canStopAt whether it can be seen that letters died again
    CautionFields(Consumer<Optional<Caution>> changed, Support canStopAt) {
        getStyleClass().add("caution-fields");
        getChildren()
                .addAll(
                        row("replay.rate", rate, "replay.rate.unit"),
                        row("replay.canary", canary, "replay.canary.unit"),
                        stopAt(canStopAt));
        later.setId("replay-later");
        time.setId("replay-time");
        time.disableProperty().bind(later.selectedProperty().not());
        time.setAccessibleText(text("replay.later"));
        HBox waiting = new HBox(later, time, new Label(text("replay.later.hint")));
        waiting.setAlignment(Pos.CENTER_LEFT);
        waiting.getStyleClass().add("action-option");
        getChildren().add(waiting);
        later.selectedProperty().subscribe(_ -> changed.accept(value()));
        time.textProperty().subscribe(_ -> changed.accept(value()));
        List.of(rate, canary, stopAt)
                .forEach(field -> field.textProperty().subscribe(_ -> changed.accept(value())));
    }

    private HBox stopAt(Support support) {
        HBox row = row("replay.stop-at", stopAt, "replay.stop-at.unit");
        if (support instanceof Support.Refused(String reason)) {
            stopAt.setDisable(true);
            stopAt.setAccessibleHelp(reason);
            // What is disabled shows no tooltip of its own.
            Tooltip.install(row, new Tooltip(reason));
            Label why = new Label(reason);
            why.setId("replay-stop-at-why");
            why.getStyleClass().add("muted");
            why.setWrapText(true);
            why.setMaxWidth(320);
            row.getChildren().add(why);
        }
        return row;
    }

    private Optional<Caution> value() {
        if (!later.isSelected()) {
            return atOnce();
        }
        return time.value().flatMap(at -> atOnce().map(caution -> caution.at(Optional.of(at))));
    }

    private Optional<Caution> atOnce() {
        return rate.value()
                .flatMap(
                        perSecond ->
                                canary.value()
                                        .flatMap(
                                                first ->
                                                        stopAt.value()
                                                                .map(
                                                                        percent ->
                                                                                new Caution(
                                                                                        perSecond,
                                                                                        first,
                                                                                        percent))));
    }

    private static HBox row(String before, CountField field, String after) {
        Label label = new Label(text(before));
        label.setLabelFor(field);
        field.setAccessibleText(text(before) + " … " + text(after));
        HBox row = new HBox(label, field, new Label(text(after)));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("action-option");
        return row;
    }
}
