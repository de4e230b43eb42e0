package dev.signalbox.app.connect;

import static dev.signalbox.app.text.AppTexts.text;
import static dev.signalbox.app.text.AppTexts.word;

import dev.signalbox.app.parts.Banner;
import dev.signalbox.app.parts.Looks;
import dev.signalbox.app.text.Formats;
import dev.signalbox.app.text.Tone;
import dev.signalbox.core.model.Snapshot;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What came of trying a connection: every step, and what failed.
final class TestView extends VBox {
    TestView(ConnectionTester tester) {
        setId("connect-test-result");
        getStyleClass().add("lines");
        tester.state().subscribe(this::show);
    }

    private void show(ConnectionTester.State state) {
        getChildren().clear();
        switch (state) {
            case ConnectionTester.State.Idle _ -> {
                // Nothing was tried, or it was given up.
            }
            case ConnectionTester.State.Trying _ -> getChildren().add(trying());
            case ConnectionTester.State.Ended ended -> show(ended.result());
        }
        setVisible(!getChildren().isEmpty());
        setManaged(isVisible());
    }

    private static Node trying() {
        ProgressIndicator turning = new ProgressIndicator();
        turning.setMinSize(16, 16);
        turning.setMaxSize(16, 16);
        HBox row = new HBox(8, turning, new Label(text("test.trying")));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void show(TestResult result) {
        switch (result) {
            case TestResult.Passed(Snapshot read) -> {
                getChildren().add(new Banner(Tone.GOOD, passed(read), Optional.empty()));
                read.gaps().stream()
                        .map(gap -> new Banner(Tone.WARNING, "", Optional.of(gap)))
                        .forEach(getChildren()::add);
            }
            case TestResult.Failed(TestStep at, var problem) ->
                    getChildren()
                            .addAll(steps(at), new Banner(Tone.DANGER, "", Optional.of(problem)));
        }
    }

    private static String passed(Snapshot read) {
        return text(
                "test.passed",
                Looks.product(read.server()),
                read.server().clusterId(),
                text(
                        "status.counts",
                        read.destinations().size(),
                        Formats.number(read.destinations().size()),
                        read.groups().size(),
                        Formats.number(read.groups().size()),
                        read.transactions().size(),
                        Formats.number(read.transactions().size())));
    }

    private static Node steps(TestStep failed) {
        FlowPane steps = new FlowPane(14, 4);
        for (TestStep step : TestStep.values()) {
            steps.getChildren().add(step(step, failed));
        }
        return steps;
    }

    private static Node step(TestStep step, TestStep failed) {
        FontIcon mark = new FontIcon(Feather.MINUS);
        Label label = new Label(word("test-step", step), mark);
        label.setId("test-" + step.name().toLowerCase(Locale.ROOT));
        if (step.compareTo(failed) < 0) {
            mark.setIconCode(Feather.CHECK_CIRCLE);
            label.getStyleClass().add(Tone.GOOD.styleClass());
        } else if (step == failed) {
            mark.setIconCode(Feather.X_CIRCLE);
            label.getStyleClass().add(Tone.DANGER.styleClass());
            label.setAccessibleText(text("test.failed-at", label.getText()));
        } else {
            label.getStyleClass().add(Tone.MUTED.styleClass());
        }
        return label;
    }
}
