package dev.signalbox.rabbitmq;

import dev.signalbox.core.model.Message;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.Plan.Effect;
import dev.signalbox.core.port.Plan.Hazard;
import dev.signalbox.core.port.Plan.Reversal;
import dev.signalbox.core.port.Plan.Severity;
import dev.signalbox.core.port.Plan.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// A plan while it is being worked out.
final class PlanDraft {
    private static final int SAMPLE = 5;

    private final String clusterId;
    private final Instant madeAt;
    private final List<Step> steps = new ArrayList<>();
    private final List<Hazard> hazards = new ArrayList<>();
    private final List<Message> sample = new ArrayList<>();

    PlanDraft(String clusterId, Instant madeAt) {
        this.clusterId = clusterId;
        this.madeAt = madeAt;
    }

    String clusterId() {
        return clusterId;
    }

    Instant madeAt() {
        return madeAt;
    }

    void step(String text, long count) {
        steps.add(new Step(text, count));
    }

    /// Keeps the first few as the sample.
    void show(Message message) {
        if (sample.size() < SAMPLE) {
            sample.add(message);
        }
    }

    void note(String code, Object... arguments) {
        hazard(Severity.NOTE, code, arguments);
    }

    void warning(String code, Object... arguments) {
        hazard(Severity.WARNING, code, arguments);
    }

    void danger(String code, Object... arguments) {
        hazard(Severity.DANGER, code, arguments);
    }

    private void hazard(Severity severity, String code, Object... arguments) {
        hazards.add(new Hazard(severity, code, RabbitTexts.get("hazard." + code, arguments)));
    }

    /// @param frozen the action with exact selections
    Plan plan(Action frozen, Effect effect, Reversal reversal) {
        return new Plan(
                UUID.randomUUID(),
                clusterId,
                frozen,
                madeAt,
                effect,
                steps,
                sample,
                hazards,
                reversal);
    }
}
