package dev.signalbox.app.parts;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.text.Tone;
import dev.signalbox.core.problem.Problem;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One thing to know: what happened, what failed on what, and what to do about it.
public final class Banner extends HBox {
    public Banner(Tone tone, String said, Optional<Problem> problem) {
        getStyleClass().addAll("banner", tone.styleClass());
        setAlignment(Pos.CENTER_LEFT);
        FontIcon icon = new FontIcon(Icons.of(tone));
        icon.getStyleClass().add("banner-icon");
        VBox words = new VBox();
        HBox.setHgrow(words, Priority.ALWAYS);
        words.getChildren().add(line(problem.map(p -> said + " " + p.summary()).orElse(said)));
        problem.map(Problem::remedy)
                .filter(remedy -> !remedy.isEmpty())
                .ifPresent(
                        remedy -> {
                            Label label = line(remedy);
                            label.getStyleClass().add("muted");
                            words.getChildren().add(label);
                        });
        getChildren().addAll(icon, words);
        problem.filter(p -> !p.details().isEmpty()).ifPresent(p -> getChildren().add(copy(p)));
    }

    public static Banner of(Problem problem) {
        return new Banner(Tone.DANGER, "", Optional.of(problem));
    }

    private static Label line(String words) {
        Label label = new Label(words.strip());
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static Button copy(Problem problem) {
        Button copy = new Button(text("problem.copy"), new FontIcon(Feather.COPY));
        copy.getStyleClass().addAll("flat", "small");
        copy.setTooltip(new Tooltip(text("problem.copy.hint")));
        copy.setOnAction(
                _ -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putString(problem.summary() + "\n\n" + problem.details());
                    Clipboard.getSystemClipboard().setContent(content);
                });
        return copy;
    }
}
