package dev.signalbox.app.messages;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.parts.Banner;
import dev.signalbox.app.text.Formats;
import dev.signalbox.core.problem.Problem;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// How far messages are on their way into a file, or out of one. Nothing to see while there are none.
public final class TransferLine extends VBox {
    private final Transfer transfer;

    public TransferLine(Transfer transfer) {
        this.transfer = transfer;
        setId("transfer");
        getStyleClass().add("transfer");
        transfer.state().subscribe(this::show);
    }

    private void show(Transfer.State state) {
        getChildren().clear();
        switch (state) {
            case Transfer.State.Nothing _ -> {
                // Nothing to see.
            }
            case Transfer.State.Writing writing ->
                    line(
                            text(
                                    "letters.exporting",
                                    writing.file().toString(),
                                    Formats.number(writing.read())),
                            true);
            case Transfer.State.Reading reading ->
                    line(text("letters.importing", reading.file().toString()), true);
            case Transfer.State.Written written ->
                    line(
                            text(
                                    "letters.exported",
                                    Formats.number(written.messages()),
                                    written.file().toString(),
                                    written.messages()),
                            false);
            case Transfer.State.Failed failed -> failed(failed.problem());
        }
        setVisible(!getChildren().isEmpty());
        setManaged(isVisible());
    }

    private void failed(Problem problem) {
        Banner banner = Banner.of(problem);
        HBox.setHgrow(banner, Priority.ALWAYS);
        Button close = close();
        close.setMinWidth(USE_PREF_SIZE);
        getChildren().add(row(banner, close));
    }

    private void line(String words, boolean underway) {
        Label label = new Label(words);
        label.setId("transfer-words");
        label.setWrapText(true);
        if (underway) {
            ProgressIndicator turning = new ProgressIndicator();
            turning.setMinSize(18, 18);
            turning.setMaxSize(18, 18);
            Button cancel = new Button(text("letters.transfer.cancel"));
            cancel.setId("transfer-cancel");
            cancel.getStyleClass().add("small");
            cancel.setOnAction(_ -> transfer.cancel());
            getChildren().add(row(turning, label, cancel));
        } else {
            getChildren().add(row(label, close()));
        }
    }

    private Button close() {
        Button close = new Button(text("letters.transfer.close"));
        close.getStyleClass().addAll("flat", "small");
        close.setOnAction(_ -> transfer.cancel());
        return close;
    }

    private static HBox row(Node... parts) {
        HBox row = new HBox(8, parts);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
