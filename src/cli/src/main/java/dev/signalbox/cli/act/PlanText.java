package dev.signalbox.cli.act;

import dev.signalbox.cli.shell.Figures;
import dev.signalbox.cli.shell.Plain;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.gate.Caution;
import dev.signalbox.core.gate.Speed;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.profile.Profile;
import java.util.ArrayList;
import java.util.List;

/// A plan for the operator to read.
final class PlanText {
    private final Profile profile;
    private final Plan plan;

    PlanText(Profile profile, Plan plan) {
        this.profile = profile;
        this.plan = plan;
    }

    /// Such as `Purge 12 messages: orders`.
    static String title(Plan plan) {
        Plan.Effect effect = plan.effect();
        String amount = Words.get("unit." + effect.unit(), effect.count());
        return Words.get(
                "action.title",
                isMove(plan) ? Words.get("move") : Words.get("kind." + plan.action().kind()),
                effect.exact() ? amount : Words.get("action.atMost", amount),
                Plain.of(plan.action().target()));
    }

    private static boolean isMove(Plan plan) {
        return plan.action() instanceof Action.ReplayDeadLetters replay && replay.asIs();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(title(plan));
        lines.add(
                Words.get(
                        "plan.where",
                        Plain.of(profile.name()),
                        profile.environment(),
                        Plain.of(plan.clusterId())));
        for (Plan.Step step : plan.steps()) {
            lines.add("  - " + Plain.of(step.text()));
        }
        for (Message message : plan.sample()) {
            lines.add("    " + message.id() + "  " + preview(message));
        }
        for (Plan.Hazard hazard : plan.hazards()) {
            lines.add(
                    "  ! "
                            + Words.get("severity." + hazard.severity())
                            + " "
                            + Plain.of(hazard.text()));
        }
        lines.add("  " + Words.get("reversal." + plan.reversal()));
        return lines;
    }

    /// `  Takes about 41 s, as fast as the last replay here`.
    static String estimate(Plan plan, Speed speed, Caution caution) {
        String time = Figures.of(speed.of(plan.effect().count(), caution));
        return "  "
                + (speed.isHeldBackBy(caution)
                        ? Words.get("plan.estimate.PACE", time)
                        : Words.get("plan.estimate." + speed.basis(), time));
    }

    private static String preview(Message message) {
        return message.value() == null
                ? Words.get("plan.noValue")
                : message.value()
                        .text()
                        .map(text -> Plain.of(text, 80))
                        .orElse(Words.get("plan.bytes", message.value().size()));
    }
}
