package dev.signalbox.app.connect;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.parts.Banner;
import dev.signalbox.app.parts.Looks;
import dev.signalbox.app.parts.Pill;
import dev.signalbox.app.text.Times;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.profile.Profile;
import java.time.Duration;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// How long a read-only connection may be changed, and why.
final class UnlockDialog extends VBox {
    private static final List<Duration> SPANS =
            List.of(
                    Duration.ofMinutes(15),
                    Duration.ofMinutes(30),
                    Duration.ofHours(1),
                    Duration.ofHours(4));

    private final VBox problems = new VBox();
    private final ChoiceBox<Duration> span = new ChoiceBox<>();
    private final TextField reason = new TextField();

    /// What was asked for.
    interface Accepted {
        void unlock(UnlockDialog dialog, Duration span, String reason);
    }

    UnlockDialog(Profile profile, Accepted accepted, Runnable cancelled) {
        getStyleClass().addAll("dialog-body", "unlock-dialog");
        setSpacing(12);
        setMaxSize(560, Region.USE_PREF_SIZE);
        Label title = new Label(text("unlock.title", profile.name()));
        title.getStyleClass().add("title-4");
        HBox head = new HBox(10, title, new Pill(Looks.of(profile.environment())));
        head.setAlignment(Pos.CENTER_LEFT);
        Label said = new Label(text("unlock.said"));
        said.setWrapText(true);
        said.setMinHeight(Region.USE_PREF_SIZE);
        said.getStyleClass().add("muted");
        reason.setId("unlock-reason");
        reason.setPromptText(text("unlock.reason.example"));
        chooseSpan();
        problems.getStyleClass().add("lines");
        getChildren()
                .addAll(
                        head,
                        said,
                        field(text("unlock.span"), span),
                        field(text("unlock.reason"), reason),
                        problems,
                        buttons(accepted, cancelled));
    }

    private void chooseSpan() {
        span.setId("unlock-span");
        span.getItems().setAll(SPANS);
        span.setValue(SPANS.get(1));
        span.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(Duration value) {
                        return value == null ? "" : Times.span(value);
                    }

                    @Override
                    public Duration fromString(String words) {
                        throw new UnsupportedOperationException(words);
                    }
                });
    }

    private static VBox field(String words, Region field) {
        Label label = new Label(words);
        label.setLabelFor(field);
        field.setMaxWidth(Double.MAX_VALUE);
        return new VBox(4, label, field);
    }

    private HBox buttons(Accepted accepted, Runnable cancelled) {
        Button cancel = new Button(text("unlock.cancel"));
        cancel.setCancelButton(true);
        cancel.setOnAction(_ -> cancelled.run());
        Button unlock = new Button("", new FontIcon(Feather.UNLOCK));
        unlock.textProperty()
                .bind(span.valueProperty().map(it -> text("unlock.start", Times.span(it))));
        unlock.setId("unlock-start");
        unlock.setDefaultButton(true);
        unlock.disableProperty().bind(reason.textProperty().map(String::isBlank));
        unlock.setOnAction(_ -> accepted.unlock(this, span.getValue(), reason.getText()));
        HBox buttons = new HBox(8, cancel, unlock);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        return buttons;
    }

    void show(Problem problem) {
        problems.getChildren().setAll(Banner.of(problem));
    }
}
