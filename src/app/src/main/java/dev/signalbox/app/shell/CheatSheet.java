package dev.signalbox.app.shell;

import static dev.signalbox.app.text.AppTexts.text;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The keys that help, on one page.
final class CheatSheet extends VBox {
    private static final List<String> KEYS =
            List.of(
                    "keys.palette",
                    "keys.screens",
                    "keys.filter",
                    "keys.refresh",
                    "keys.copy",
                    "keys.escape",
                    "keys.columns",
                    "keys.theme",
                    "keys.sheet");

    /// @param tour begins the tour
    CheatSheet(Runnable tour, Runnable closed) {
        setId("cheat-sheet");
        getStyleClass().add("dialog-body");
        setMaxSize(560, USE_PREF_SIZE);
        Label title = new Label(text("keys.title"));
        title.getStyleClass().add("title-4");
        GridPane keys = new GridPane();
        keys.getStyleClass().add("form");
        for (int i = 0; i < KEYS.size(); i++) {
            Label key = new Label(text(KEYS.get(i)));
            key.getStyleClass().add("key");
            key.setMinWidth(USE_PREF_SIZE);
            Label does = new Label(text(KEYS.get(i) + ".does"));
            does.setWrapText(true);
            keys.addRow(i, key, does);
        }
        Button begin = new Button(text("tour.begin"), new FontIcon(Feather.MAP));
        begin.setId("tour-begin");
        begin.setOnAction(
                _ -> {
                    closed.run();
                    tour.run();
                });
        getChildren().addAll(title, keys, begin);
    }
}
