package dev.signalbox.app.consumers;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.parts.Frame;
import dev.signalbox.app.parts.TimeField;
import dev.signalbox.core.model.ConsumerGroup.Position;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.port.OffsetTarget;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Spinner;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Asks where a group is to read on. What that would do is worked out and shown before anything is changed.
final class ResetOffsetsForm extends VBox {
    private final ToggleGroup targets = new ToggleGroup();
    private final RadioButton earliest = choice(text("reset.earliest"), "reset-earliest");
    private final RadioButton latest = choice(text("reset.latest"), "reset-latest");
    private final RadioButton atTime = choice(text("reset.at-time"), "reset-at-time");
    private final RadioButton shift = choice(text("reset.shift"), "reset-shift");
    private final TimeField time;
    private final Spinner<Integer> messages = new Spinner<>(-1_000_000_000, 1_000_000_000, -100);
    private final ChoiceBox<String> topics = new ChoiceBox<>();

    ResetOffsetsForm(GroupItem item, Frame frame) {
        getStyleClass().add("dialog-body");
        setMaxSize(600, USE_PREF_SIZE);
        time = new TimeField(frame.live().now().getValue());
        messages.setEditable(true);
        time.disableProperty().bind(atTime.selectedProperty().not());
        messages.disableProperty().bind(shift.selectedProperty().not());
        earliest.setSelected(true);
        topics.getItems().add(text("reset.all-topics"));
        item.group().positions().stream()
                .map(Position::topic)
                .distinct()
                .sorted()
                .forEach(topics.getItems()::add);
        topics.getSelectionModel().selectFirst();
        Label title = new Label(text("reset.title", item.group().id()));
        title.getStyleClass().add("title-4");
        GridPane fields = new GridPane();
        fields.getStyleClass().add("form");
        fields.addRow(0, label(text("reset.topics")), topics);
        fields.addRow(1, label(text("reset.to")), earliest);
        fields.add(latest, 1, 2);
        fields.addRow(3, new Label(), atTime, time);
        fields.addRow(4, new Label(), shift, messages);
        Label said = new Label(text("reset.said"));
        said.getStyleClass().add("muted");
        said.setWrapText(true);
        getChildren().addAll(title, fields, said, buttons(item, frame));
    }

    private HBox buttons(GroupItem item, Frame frame) {
        Button cancel = new Button(text("dialog.cancel"));
        cancel.setCancelButton(true);
        cancel.setOnAction(_ -> frame.modals().close());
        Button review = new Button(text("dialog.review"));
        review.setId("reset-review");
        review.setDefaultButton(true);
        review.disableProperty()
                .bind(Bindings.and(atTime.selectedProperty(), time.validProperty().not()));
        review.setOnAction(
                _ -> {
                    frame.modals().close();
                    frame.actions()
                            .open(
                                    item.source().profileId(),
                                    new Action.ResetOffsets(item.group().id(), topics(), target()));
                });
        HBox buttons = new HBox(8, cancel, review);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        return buttons;
    }

    private List<String> topics() {
        return topics.getSelectionModel().getSelectedIndex() == 0
                ? List.of()
                : List.of(topics.getValue());
    }

    private OffsetTarget target() {
        if (latest.isSelected()) {
            return new OffsetTarget.Latest();
        }
        if (atTime.isSelected()) {
            // The button is disabled while there is no time.
            return new OffsetTarget.AtTime(time.value().orElseThrow());
        }
        return shift.isSelected()
                ? new OffsetTarget.ShiftBy(messages.getValue())
                : new OffsetTarget.Earliest();
    }

    private static Label label(String words) {
        Label label = new Label(words);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private RadioButton choice(String words, String id) {
        RadioButton button = new RadioButton(words);
        button.setId(id);
        button.setToggleGroup(targets);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }
}
