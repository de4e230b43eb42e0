package dev.signalbox.app.action;

import static dev.signalbox.app.text.AppTexts.text;
import static dev.signalbox.app.text.AppTexts.word;

import dev.signalbox.app.parts.Banner;
import dev.signalbox.app.prefs.Preferences;
import dev.signalbox.app.table.Column;
import dev.signalbox.app.table.DataTable;
import dev.signalbox.app.table.TableState;
import dev.signalbox.app.text.Formats;
import dev.signalbox.app.text.Shown;
import dev.signalbox.app.text.Times;
import dev.signalbox.core.gate.Caution;
import dev.signalbox.core.gate.Speed;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.Plan.Hazard;
import dev.signalbox.core.port.Plan.Step;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// A plan as the operator reviews it: how much, what to beware of, how it can be taken back, step by step, and some
/// of the messages.
final class PlanView extends VBox {
    private static final int STEPS_SEEN = 5;

    PlanView(
            ActionStage.Review review,
            ActionViewModel model,
            ObservableValue<Instant> now,
            Preferences preferences) {
        Plan plan = review.plan();
        getStyleClass().add("action-plan");
        getChildren().add(amounts(plan, now));
        review.speed().ifPresent(speed -> getChildren().add(estimate(plan, speed, model)));
        getChildren().add(reversal(plan));
        plan.hazards().stream().map(PlanView::hazard).forEach(getChildren()::add);
        if (review.asksForName()) {
            getChildren().add(new NameField(plan.action().target(), model.typedName()));
        }
        if (plan.steps().size() == 1) {
            getChildren().add(only(plan.steps().getFirst()));
        } else if (!plan.steps().isEmpty()) {
            getChildren().addAll(head(text("plan.steps")), steps(plan.steps(), preferences));
        }
        if (!plan.sample().isEmpty()) {
            getChildren().add(new SampleView(plan, preferences));
        }
    }

    private static Node amounts(Plan plan, ObservableValue<Instant> now) {
        Label amount = new Label(ActionWords.amount(plan.effect()));
        amount.setId("plan-amount");
        amount.getStyleClass().add("plan-amount");
        Label bytes = new Label();
        bytes.getStyleClass().add("muted");
        plan.effect().bytes().ifPresent(size -> bytes.setText(Formats.bytes(size)));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label made = new Label();
        made.getStyleClass().add("muted");
        made.textProperty()
                .bind(now.map(time -> text("plan.made", Times.ago(plan.madeAt(), time))));
        HBox row = new HBox(amount, bytes, gap, made);
        row.getStyleClass().add("plan-amounts");
        row.setAlignment(Pos.BASELINE_LEFT);
        return row;
    }

    private static Node estimate(Plan plan, Speed speed, ActionViewModel model) {
        Label label = new Label();
        label.setId("plan-estimate");
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        label.textProperty()
                .bind(
                        model.caution()
                                .map(
                                        caution ->
                                                ActionWords.estimate(
                                                        plan,
                                                        speed,
                                                        caution.orElse(Caution.NONE))));
        return label;
    }

    private static Node reversal(Plan plan) {
        Shown shown = ActionWords.reversal(plan.reversal());
        Label label = new Label(shown.text(), shown.icon().map(FontIcon::new).orElse(null));
        label.setId("plan-reversal");
        label.getStyleClass().add(shown.tone().styleClass());
        label.setWrapText(true);
        return label;
    }

    private static Node hazard(Hazard hazard) {
        Banner banner =
                new Banner(
                        ActionWords.tone(hazard.severity()),
                        text("hazard.line", word("severity", hazard.severity()), hazard.text()),
                        Optional.empty());
        banner.setId("hazard-" + hazard.code().replace('.', '-'));
        return banner;
    }

    /// One step needs no table.
    private static Node only(Step step) {
        Label label = new Label(text("plan.only-step", step.text(), Formats.number(step.count())));
        label.setId("plan-only-step");
        label.setWrapText(true);
        return label;
    }

    private static Node steps(List<Step> steps, Preferences preferences) {
        record Line(int number, Step step) {}
        DataTable<Integer, Line> table =
                new DataTable<>(
                        Line::number,
                        List.of(
                                Column.<Line>label("plan.step", line -> line.step().text()).grows(),
                                Column.<Line>count("plan.count", line -> line.step().count())));
        table.choosable("plan-steps", preferences);
        table.setState(new TableState.Empty(""));
        table.setItems(
                IntStream.range(0, steps.size())
                        .mapToObj(number -> new Line(number, steps.get(number)))
                        .toList());
        table.setPrefHeight(32 + 28.0 * Math.min(STEPS_SEEN, steps.size()));
        table.setMinHeight(USE_PREF_SIZE);
        return table;
    }

    static Label head(String words) {
        Label head = new Label(words);
        head.getStyleClass().add("strong");
        return head;
    }
}
