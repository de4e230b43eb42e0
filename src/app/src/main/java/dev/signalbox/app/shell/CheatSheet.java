package dev.signalbox.app.shell;

import static dev.signalbox.app.text.AppTexts.text;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The keys that help, and what is called and done otherwise on each broker, on one page.
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

    /// What is another thing on the other broker: `brokers.<this>`, and its words for Kafka and for RabbitMQ.
    private static final List<String> BROKERS =
            List.of(
                    "brokers.place",
                    "brokers.full",
                    "brokers.readers",
                    "brokers.look",
                    "brokers.purge",
                    "brokers.replay",
                    "brokers.letters");

    /// @param tour begins the tour
    CheatSheet(Runnable tour, Runnable closed) {
        setId("cheat-sheet");
        getStyleClass().add("dialog-body");
        setMaxSize(1180, USE_PREF_SIZE);
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
            does.setPrefWidth(300);
            does.setMinHeight(USE_PREF_SIZE);
            keys.addRow(i, key, does);
        }
        Button begin = new Button(text("tour.begin"), new FontIcon(Feather.MAP));
        begin.setId("tour-begin");
        begin.setOnAction(
                _ -> {
                    closed.run();
                    tour.run();
                });
        Label other = new Label(text("brokers.title"));
        other.getStyleClass().add("title-4");
        HBox halves = new HBox(32, new VBox(12, title, keys), new VBox(12, other, brokers()));
        getChildren().addAll(halves, begin);
    }

    private static GridPane brokers() {
        GridPane brokers = new GridPane();
        brokers.getStyleClass().add("form");
        brokers.addRow(0, new Label(), head("brokers.kafka"), head("brokers.rabbitmq"));
        for (int i = 0; i < BROKERS.size(); i++) {
            String key = BROKERS.get(i);
            Label what = head(key);
            what.setMinWidth(USE_PREF_SIZE);
            brokers.addRow(i + 1, what, words(key + ".kafka"), words(key + ".rabbitmq"));
        }
        return brokers;
    }

    private static Label head(String key) {
        Label label = new Label(text(key));
        label.getStyleClass().add("strong");
        return label;
    }

    private static Label words(String key) {
        Label label = new Label(text(key));
        label.setWrapText(true);
        label.setPrefWidth(250);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
