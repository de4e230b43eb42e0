package dev.signalbox.app.queues;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.fx.Background.Running;
import dev.signalbox.app.nav.Focus;
import dev.signalbox.app.parts.Banner;
import dev.signalbox.app.parts.CountField;
import dev.signalbox.app.parts.Frame;
import dev.signalbox.app.text.Tone;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Which messages of a queue are to be purged or moved: all, the first so many, those that a condition holds for. What is
/// chosen is looked up before it is reviewed, so that the review names exactly these.
final class ChoiceForm extends VBox {
    private static final int MOST = 500_000;

    /// What is to be done with them.
    enum Purpose {
        PURGE,
        MOVE
    }

    private final Purpose purpose;
    private final QueuesViewModel model;
    private final Focus queue;
    private final Frame frame;
    private final ToggleGroup choice = new ToggleGroup();
    private final RadioButton all = radio("purge.all", "purge-all");
    private final RadioButton first = radio("purge.first", "purge-first");
    private final RadioButton matching = radio("purge.matching", "purge-matching");
    private final CountField count = new CountField("purge-count", MOST);
    private final TextField condition = new TextField();
    private final TextField target = new TextField();
    private final VBox complaints = new VBox();
    private final ProgressIndicator turning = new ProgressIndicator();
    private final Button review = new Button(text("dialog.review"));
    private Optional<Running> looking = Optional.empty();

    ChoiceForm(Purpose purpose, QueuesViewModel model, Focus queue, Frame frame) {
        this.purpose = purpose;
        this.model = model;
        this.queue = queue;
        this.frame = frame;
        getStyleClass().add("dialog-body");
        setMaxSize(560, USE_PREF_SIZE);
        setSpacing(12);
        Label title = new Label(text(isMove() ? "move.title" : "purge.title", queue.subject()));
        title.getStyleClass().add("title-4");
        all.setSelected(true);
        count.setText("100");
        count.setAccessibleText(text("purge.first"));
        count.disableProperty().bind(first.selectedProperty().not());
        condition.setId("purge-condition");
        condition.setPromptText(text("purge.condition.example"));
        condition.setAccessibleText(text("purge.matching"));
        condition.disableProperty().bind(matching.selectedProperty().not());
        HBox.setHgrow(condition, Priority.ALWAYS);
        Label note = new Label(text(isMove() ? "move.note" : "purge.note"));
        note.setWrapText(true);
        note.getStyleClass().add("muted");
        getChildren()
                .addAll(
                        title,
                        all,
                        line(first, count),
                        line(matching, condition),
                        targetLine(),
                        note,
                        complaints,
                        buttons());
    }

    private boolean isMove() {
        return purpose == Purpose.MOVE;
    }

    private Node targetLine() {
        Label label = new Label(text("move.to"));
        label.setLabelFor(target);
        target.setId("move-target");
        HBox.setHgrow(target, Priority.ALWAYS);
        HBox line = line(label, target);
        line.setVisible(isMove());
        line.setManaged(isMove());
        return line;
    }

    private RadioButton radio(String key, String id) {
        RadioButton radio = new RadioButton(text(key));
        radio.setId(id);
        radio.setToggleGroup(choice);
        radio.setMinWidth(USE_PREF_SIZE);
        return radio;
    }

    private static HBox line(Node... nodes) {
        HBox line = new HBox(8, nodes);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Node buttons() {
        turning.setMaxSize(20, 20);
        turning.setVisible(false);
        Button cancel = new Button(text("dialog.cancel"));
        cancel.setCancelButton(true);
        cancel.setOnAction(
                _ -> {
                    looking.ifPresent(Running::cancel);
                    frame.modals().close();
                });
        review.setId("purge-review");
        review.getStyleClass().add("accent");
        review.setOnAction(_ -> review());
        HBox buttons = line(turning, cancel, review);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        return buttons;
    }

    private void review() {
        Optional<OptionalInt> most = count.value();
        if (isMove() && target.getText().isBlank()) {
            complain(text("move.to.none"), Optional.empty());
        } else if (all.isSelected()) {
            open(new MessageSelection.All());
        } else if (first.isSelected() && most.filter(OptionalInt::isPresent).isEmpty()) {
            complain(text("purge.count.malformed"), Optional.empty());
        } else {
            review.setDisable(true);
            turning.setVisible(true);
            looking =
                    Optional.of(
                            model.freeze(
                                    queue,
                                    first.isSelected()
                                            ? most.orElse(OptionalInt.empty())
                                            : OptionalInt.empty(),
                                    first.isSelected()
                                            ? List.of()
                                            : List.of(condition.getText().strip()),
                                    this::found,
                                    this::failed));
        }
    }

    private void found(MessageSelection selection) {
        done();
        if (selection instanceof MessageSelection.Ranges(var ranges) && ranges.isEmpty()) {
            complain(text("purge.none"), Optional.empty());
        } else {
            open(selection);
        }
    }

    private void failed(Problem problem) {
        done();
        complain(text("purge.failed"), Optional.of(problem));
    }

    private void done() {
        looking = Optional.empty();
        review.setDisable(false);
        turning.setVisible(false);
    }

    private void complain(String words, Optional<Problem> problem) {
        complaints.getChildren().setAll(new Banner(Tone.WARNING, words, problem));
    }

    private void open(MessageSelection selection) {
        frame.modals().close();
        frame.actions()
                .open(
                        queue.profileId(),
                        isMove()
                                ? Action.ReplayDeadLetters.move(
                                        queue.subject(), selection, target.getText().strip())
                                : new Action.PurgeDestination(queue.subject(), selection));
    }
}
