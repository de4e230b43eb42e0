package dev.signalbox.app.about;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.parts.ProductIcon;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.profile.Folders;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Version, build, folders and licences, to read and to copy into a ticket.
final class AboutView extends VBox {
    private final Map<String, String> facts = new LinkedHashMap<>();
    private final TextArea notices = new TextArea();

    AboutView(Build build, Folders folders, Runnable closed) {
        setId("about");
        getStyleClass().add("dialog-body");
        setMaxSize(760, 600);
        facts.put(text("about.version"), build.version());
        facts.put(
                text("about.build"),
                build.commit().isEmpty() ? text("about.checkout") : build.commit());
        facts.put(text("about.java"), System.getProperty("java.runtime.version", ""));
        facts.put(text("about.javafx"), System.getProperty("javafx.runtime.version", ""));
        facts.put(
                text("about.system"),
                System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put(text("about.config"), folders.config().toString());
        facts.put(text("about.data"), folders.data().toString());
        facts.put(text("about.licence"), text("about.licence.own"));
        Label title = new Label(text("app.name"), new ProductIcon(32));
        title.getStyleClass().add("title-3");
        Label others = new Label(text("about.others"));
        others.getStyleClass().add("strong");
        notices.setId("about-notices");
        notices.setEditable(false);
        notices.getStyleClass().add("code");
        notices.setAccessibleText(text("about.others"));
        VBox.setVgrow(notices, Priority.ALWAYS);
        getChildren().addAll(title, factGrid(), others, notices, buttons(closed));
    }

    private GridPane factGrid() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("form");
        int row = 0;
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            Label name = new Label(fact.getKey());
            name.getStyleClass().add("muted");
            name.setMinWidth(Region.USE_PREF_SIZE);
            Label value = new Label(fact.getValue());
            value.setWrapText(true);
            grid.addRow(row++, name, value);
        }
        return grid;
    }

    private Node buttons(Runnable closed) {
        Button copy = new Button(text("about.copy"), new FontIcon(Feather.COPY));
        copy.setId("about-copy");
        copy.setOnAction(_ -> copy());
        Button close = new Button(text("about.close"));
        close.setId("about-close");
        close.setDefaultButton(true);
        close.setOnAction(_ -> closed.run());
        HBox buttons = new HBox(8, copy, close);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        return buttons;
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(
                facts.entrySet().stream()
                        .map(fact -> fact.getKey() + ": " + fact.getValue())
                        .collect(Collectors.joining("\n")));
        Clipboard.getSystemClipboard().setContent(content);
    }

    void showNotices(String words) {
        notices.setText(words);
    }

    void showNone() {
        notices.setText(text("about.others.none"));
    }

    void showProblem(Problem problem) {
        notices.setText(text("about.others.lost", problem.summary()));
    }
}
