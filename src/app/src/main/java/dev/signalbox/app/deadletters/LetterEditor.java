package dev.signalbox.app.deadletters;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.parts.Frame;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Edits the copy of one letter before it is replayed: what is typed above, what is other below. It is reviewed before it
/// is sent.
final class LetterEditor extends VBox {
    /// Long enough not to compare at every key, short enough not to be waited for.
    private static final Duration PAUSE = Duration.millis(250);

    private final LetterEditViewModel model;
    private final DifferenceView difference;
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private final Button review = new Button(text("dialog.review"));
    private final Label wrong = new Label(text("edit.wrong"));

    LetterEditor(LetterEditViewModel model, String title, Frame frame) {
        this.model = model;
        this.difference = new DifferenceView();
        getStyleClass().addAll("dialog-body", "letter-editor");
        setMaxSize(1060, 660);
        setPrefSize(1060, 660);
        Label head = new Label(title);
        head.getStyleClass().add("title-4");
        SplitPane split = new SplitPane(fields(), difference);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.58);
        VBox.setVgrow(split, Priority.ALWAYS);
        getChildren().addAll(head, split, buttons(frame));
        pause.setOnFinished(_ -> compare());
        watch(model.key().text());
        watch(model.key().absent());
        watch(model.value().text());
        watch(model.value().absent());
        model.headers()
                .addListener(
                        (ListChangeListener<HeaderEdit>)
                                change -> {
                                    while (change.next()) {
                                        change.getAddedSubList().forEach(this::watch);
                                    }
                                    pause.playFromStart();
                                });
        model.headers().forEach(this::watch);
        compare();
    }

    private void watch(HeaderEdit header) {
        watch(header.name());
        watch(header.value());
    }

    private void watch(ObservableValue<?> typed) {
        typed.addListener((_, _, _) -> pause.playFromStart());
    }

    private void compare() {
        wrong.setVisible(model.edited().isEmpty());
        review.setDisable(!model.isChanged());
        difference.show(model.original(), model.edited());
    }

    private Node fields() {
        TextField key = new TextField();
        key.setId("edit-key");
        key.textProperty().bindBidirectional(model.key().text());
        key.setDisable(!model.isKeyEditable());
        HBox.setHgrow(key, Priority.ALWAYS);
        CheckBox noKey = absent("edit.no-key", model.key());
        noKey.setDisable(!model.isKeyEditable());
        TextArea value = new TextArea();
        value.setId("edit-value");
        value.getStyleClass().add("code");
        value.setWrapText(true);
        value.setMinHeight(80);
        value.textProperty().bindBidirectional(model.value().text());
        value.disableProperty().bind(model.value().absent());
        value.setEditable(model.value().isEditable());
        value.setPromptText(model.value().isEditable() ? "" : text("edit.not-text"));
        VBox.setVgrow(value, Priority.ALWAYS);
        Label valueName = name("edit.value", value);
        HBox valueHead = row(valueName, absent("edit.no-value", model.value()));
        HeaderEditor headers = new HeaderEditor(model.headers());
        VBox left = new VBox(4, row(name("edit.key", key), key, noKey), valueHead, value);
        VBox right = new VBox(4, new Label(text("edit.headers")), headers);
        VBox.setVgrow(headers, Priority.ALWAYS);
        SplitPane sides = new SplitPane(left, right);
        sides.setDividerPositions(0.55);
        left.getStyleClass().add("letter-left");
        right.getStyleClass().add("letter-right");
        return sides;
    }

    private static CheckBox absent(String key, BytesEdit edit) {
        CheckBox box = new CheckBox(text(key));
        box.selectedProperty().bindBidirectional(edit.absent());
        box.setMinWidth(USE_PREF_SIZE);
        return box;
    }

    private static Label name(String key, Node field) {
        Label label = new Label(text(key));
        label.setLabelFor(field);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static HBox row(Node... nodes) {
        HBox row = new HBox(8, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node buttons(Frame frame) {
        Label kept = new Label(text("edit.kept"));
        kept.getStyleClass().add("muted");
        HBox.setHgrow(kept, Priority.ALWAYS);
        kept.setMaxWidth(Double.MAX_VALUE);
        wrong.getStyleClass().add("tone-danger");
        Button cancel = new Button(text("dialog.cancel"));
        cancel.setOnAction(_ -> frame.modals().close());
        review.setId("edit-review");
        review.getStyleClass().add("accent");
        review.setOnAction(_ -> review(frame));
        return row(kept, wrong, cancel, review);
    }

    private void review(Frame frame) {
        Optional.of(model)
                .filter(LetterEditViewModel::isChanged)
                .flatMap(LetterEditViewModel::action)
                .ifPresent(
                        action -> {
                            frame.modals().close();
                            frame.actions().open(model.profileId(), action);
                        });
    }
}
