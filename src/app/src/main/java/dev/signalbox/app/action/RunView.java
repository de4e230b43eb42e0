package dev.signalbox.app.action;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.fx.Showing;
import dev.signalbox.app.parts.Banner;
import dev.signalbox.app.parts.Pill;
import dev.signalbox.app.text.Formats;
import dev.signalbox.app.text.Times;
import dev.signalbox.app.text.Tone;
import dev.signalbox.core.gate.Aftermath;
import dev.signalbox.core.gate.Operation;
import dev.signalbox.core.model.Reading;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// How an operation goes: how much is done, how fast, how long still; then what came of it, step by step.
public final class RunView extends VBox {
    private final ObservableValue<Instant> now;
    private final Pill status = new Pill();
    private final Label done = new Label();
    private final Label pace = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final VBox outcome = new VBox();
    private @Nullable Run run;

    public RunView(ObservableValue<Instant> now) {
        this.now = now;
        getStyleClass().add("run");
        status.setId("run-status");
        done.setId("run-done");
        done.getStyleClass().add("plan-amount");
        pace.getStyleClass().add("muted");
        bar.setMaxWidth(Double.MAX_VALUE);
        outcome.getStyleClass().add("run-outcome");
        HBox line = new HBox(done, status, pace);
        line.getStyleClass().add("plan-amounts");
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(line, bar, outcome);
        now.when(Showing.of(this)).subscribe(_ -> showPace());
    }

    public void show(Run newer) {
        Run before = run;
        run = newer;
        status.show(ActionWords.status(newer.state().status()));
        done.setText(ActionWords.done(newer));
        showPace();
        if (before == null
                || !newer.state().equals(before.state())
                || !newer.aftermath().equals(before.aftermath())) {
            showOutcome(newer);
        }
    }

    private void showPace() {
        Run shown = run;
        if (shown == null) {
            return;
        }
        Pace known = Pace.of(shown, now.getValue());
        bar.setProgress(known.share().orElse(ProgressBar.INDETERMINATE_PROGRESS));
        bar.setVisible(!shown.hasEnded());
        bar.setManaged(!shown.hasEnded());
        if (shown.hasEnded()) {
            pace.setText(text("run.took", Times.span(known.elapsed())));
            return;
        }
        if (shown.state().status() == Operation.Status.SCHEDULED) {
            pace.setText(
                    text(
                            "run.scheduled",
                            shown.operation().caution().notBefore().map(Times::exact).orElse("")));
            return;
        }
        String rate = Formats.rate(known.perSecond()).text();
        pace.setText(
                known.left()
                        .map(left -> text("run.pace", rate, Times.span(left)))
                        .orElseGet(() -> text("run.pace-unknown", Times.span(known.elapsed()))));
    }

    private void showOutcome(Run newer) {
        outcome.getChildren().clear();
        newer.aftermath()
                .filter(aftermath -> aftermath.sent() > 0)
                .map(RunView::aftermath)
                .ifPresent(outcome.getChildren()::add);
        // What it waits for is no failure: it goes on by itself.
        Tone tone = newer.hasEnded() ? Tone.DANGER : Tone.WARNING;
        newer.state()
                .problem()
                .map(problem -> new Banner(tone, "", Optional.of(problem)))
                .ifPresent(outcome.getChildren()::add);
        List<Outcome.StepOutcome> steps =
                newer.state().outcome().map(Outcome::steps).orElse(List.of());
        steps.stream().map(RunView::step).forEach(outcome.getChildren()::add);
    }

    private static Node aftermath(Aftermath aftermath) {
        Label consumed =
                new Label(
                        text(
                                "run.consumed",
                                words(aftermath.consumed()),
                                Formats.number(aftermath.sent())));
        consumed.setId("run-consumed");
        consumed.setWrapText(true);
        Label died = new Label(text("run.died-again", words(aftermath.diedAgain())));
        died.setId("run-died-again");
        died.setWrapText(true);
        if (aftermath.diedAgain().value().orElse(0) > 0) {
            died.getStyleClass().add(Tone.DANGER.styleClass());
        }
        VBox both = new VBox(consumed, died);
        both.getStyleClass().add("run-aftermath");
        return both;
    }

    /// With its reason or basis: what is not known has to be told in full.
    private static String words(Reading reading) {
        return switch (reading) {
            case Reading.Exact exact -> Formats.number(exact.amount());
            case Reading.Estimate estimate ->
                    text("run.estimate", Formats.number(estimate.amount()), estimate.basis());
            case Reading.Unknown unknown -> text("run.not-known", unknown.reason());
        };
    }

    private static Node step(Outcome.StepOutcome step) {
        Optional<Problem> problem = step.problem();
        Label words = new Label(step.text());
        words.setWrapText(true);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        Label count = new Label(Formats.number(step.done()));
        count.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(StepMark.of(problem.isEmpty()), words, count);
        row.getStyleClass().add("run-step");
        row.setAlignment(Pos.BASELINE_LEFT);
        if (problem.isEmpty()) {
            return row;
        }
        return new VBox(row, Banner.of(problem.get()));
    }
}
