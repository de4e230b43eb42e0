package dev.signalbox.app.shell;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.text.Formats;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What is seen while the window cannot close yet.
final class ClosingView extends VBox {
    private ClosingView(String id, String title, String said) {
        setId(id);
        getStyleClass().add("dialog-body");
        setMaxSize(480, USE_PREF_SIZE);
        Label head = new Label(title);
        head.getStyleClass().add("title-4");
        Label words = new Label(said);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(head, words);
    }

    /// @param running how many actions are still at work
    static Node asking(int running, Runnable stay, Runnable stop) {
        ClosingView view =
                new ClosingView(
                        "closing-asks",
                        text("closing.running", running, Formats.number(running)),
                        text("closing.running.said"));
        Button back = new Button(text("closing.stay"));
        back.setId("closing-stay");
        back.setCancelButton(true);
        back.getStyleClass().add("turns-away");
        back.setOnAction(_ -> stay.run());
        Button close = new Button(text("closing.stop", running, Formats.number(running)));
        close.setId("closing-stop");
        close.getStyleClass().add("danger");
        close.setOnAction(_ -> stop.run());
        HBox buttons = new HBox(8, back, close);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        view.getChildren().add(buttons);
        return view;
    }

    /// @param running how many actions it waits for; 0: it waits for the demo
    static Node waiting(int running) {
        ClosingView view =
                new ClosingView(
                        "closing",
                        running > 0
                                ? text("closing.actions", running, Formats.number(running))
                                : text("closing.demo"),
                        running > 0 ? text("closing.actions.said") : text("closing.demo.said"));
        view.getChildren().add(new ProgressIndicator());
        view.setAlignment(Pos.CENTER_LEFT);
        return view;
    }
}
