package dev.signalbox.cli.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.core.gate.Aftermath;
import dev.signalbox.core.gate.Caution;
import dev.signalbox.core.gate.Operation;
import dev.signalbox.core.gate.Speed;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.profile.Profile;

/// Plans and what came of them as JSON.
public final class ActionJson {
    private ActionJson() {}

    public static ObjectNode of(Profile profile, Plan plan) {
        ObjectNode node = Json.object();
        node.put("id", plan.id().toString());
        node.put("profile", profile.id());
        node.put("clusterId", plan.clusterId());
        node.put("action", plan.action().kind().name());
        ObjectNode parameters = node.putObject("parameters");
        plan.action().parameters().forEach(parameters::put);
        node.put("madeAt", plan.madeAt().toString());
        node.put("unit", plan.effect().unit().name());
        node.put("count", plan.effect().count());
        node.put("exact", plan.effect().exact());
        plan.effect().bytes().ifPresent(bytes -> node.put("bytes", bytes));
        ArrayNode steps = node.putArray("steps");
        plan.steps()
                .forEach(
                        step ->
                                steps.addObject()
                                        .put("text", step.text())
                                        .put("count", step.count()));
        ArrayNode hazards = node.putArray("hazards");
        plan.hazards()
                .forEach(
                        hazard ->
                                hazards.addObject()
                                        .put("severity", hazard.severity().name())
                                        .put("code", hazard.code())
                                        .put("text", hazard.text()));
        node.put("reversal", plan.reversal().name());
        return node;
    }

    /// About how long it takes, and what that is guessed by.
    public static void add(ObjectNode plan, Speed speed, Plan planned, Caution caution) {
        plan.putObject("estimate")
                .put("seconds", Json.seconds(speed.of(planned.effect().count(), caution)))
                .put("basis", speed.isHeldBackBy(caution) ? "PACE" : speed.basis().name());
    }

    public static ObjectNode of(Operation.State state) {
        ObjectNode node = Json.object();
        node.put("status", state.status().name());
        node.put("done", state.done());
        node.put("total", state.total());
        Json.putText(node, "endedAt", state.endedAt());
        state.problem().ifPresent(problem -> node.set("problem", Json.of(problem)));
        state.outcome().ifPresent(outcome -> add(node, outcome));
        return node;
    }

    public static ObjectNode of(Aftermath aftermath) {
        ObjectNode node = Json.object().put("sent", aftermath.sent());
        Json.put(node, "consumed", aftermath.consumed());
        Json.put(node, "diedAgain", aftermath.diedAgain());
        return node;
    }

    private static void add(ObjectNode node, Outcome outcome) {
        ArrayNode steps = node.putArray("steps");
        for (Outcome.StepOutcome step : outcome.steps()) {
            ObjectNode each = steps.addObject().put("text", step.text()).put("done", step.done());
            step.problem().ifPresent(problem -> each.set("problem", Json.of(problem)));
        }
        outcome.undo()
                .ifPresent(
                        undo -> {
                            ObjectNode back = node.putObject("undo");
                            back.put("action", undo.kind().name());
                            undo.parameters().forEach(back::put);
                        });
    }
}
