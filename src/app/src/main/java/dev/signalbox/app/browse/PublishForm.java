package dev.signalbox.app.browse;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.nav.Focus;
import dev.signalbox.app.parts.Banner;
import dev.signalbox.app.parts.Frame;
import dev.signalbox.app.text.Tone;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Writes one message. It is reviewed before it is sent.
public final class PublishForm extends VBox {
    private final TextField target = new TextField();
    private final TextField key = new TextField();
    private final TextArea properties = new TextArea();
    private final TextField partition = new TextField();
    private final TextArea headers = new TextArea();
    private final TextArea value = new TextArea();
    private final VBox complaints = new VBox();

    /// @param queue whether it is one: then it may be an exchange as well, and has properties instead of partitions
    public PublishForm(Focus destination, boolean queue, Frame frame) {
        getStyleClass().add("dialog-body");
        setMaxSize(680, 560);
        Label title = new Label(text("publish.title", destination.subject()));
        title.getStyleClass().add("title-4");
        key.setId("publish-key");
        partition.setId("publish-partition");
        value.setId("publish-value");
        value.getStyleClass().add("code");
        headers.setPrefRowCount(3);
        headers.getStyleClass().add("code");
        headers.setPromptText(text("publish.headers.example"));
        partition.setPromptText(text("publish.partition.example"));
        GridPane fields = new GridPane();
        fields.getStyleClass().add("form");
        target.setId("publish-target");
        target.setText(destination.subject());
        properties.setId("publish-properties");
        properties.setPrefRowCount(3);
        properties.getStyleClass().add("code");
        properties.setPromptText(text("publish.properties.example"));
        if (queue) {
            row(fields, text("publish.target"), target);
            row(fields, text("publish.routing-key"), key);
            row(fields, text("publish.properties"), properties);
        } else {
            row(fields, text("publish.key"), key);
            row(fields, text("publish.partition"), partition);
        }
        row(fields, text("publish.headers"), headers);
        row(fields, text("publish.value"), value);
        GridPane.setVgrow(value, Priority.ALWAYS);
        VBox.setVgrow(fields, Priority.ALWAYS);
        getChildren().addAll(title, fields, complaints, buttons(destination, frame));
    }

    private Node buttons(Focus destination, Frame frame) {
        Button cancel = new Button(text("dialog.cancel"));
        cancel.setCancelButton(true);
        cancel.setOnAction(_ -> frame.modals().close());
        Button review = new Button(text("dialog.review"));
        review.setId("publish-review");
        review.getStyleClass().add("accent");
        review.setOnAction(_ -> review(destination, frame));
        HBox buttons = new HBox(8, cancel, review);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        return buttons;
    }

    private void review(Focus destination, Frame frame) {
        PublishDraft draft =
                new PublishDraft(
                        target.getText().strip(),
                        key.getText(),
                        value.getText(),
                        headers.getText(),
                        properties.getText(),
                        partition.getText());
        Optional<String> complaint = draft.complaint();
        complaints
                .getChildren()
                .setAll(
                        complaint.stream()
                                .map(words -> new Banner(Tone.WARNING, words, Optional.empty()))
                                .toList());
        if (complaint.isEmpty()) {
            frame.modals().close();
            frame.actions().open(destination.profileId(), draft.toAction());
        }
    }

    private static void row(GridPane fields, String words, Node field) {
        Label label = new Label(words);
        label.setLabelFor(field);
        label.setMinWidth(USE_PREF_SIZE);
        GridPane.setHgrow(field, Priority.ALWAYS);
        fields.addRow(fields.getRowCount(), label, field);
    }
}
