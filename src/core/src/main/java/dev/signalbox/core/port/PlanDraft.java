package dev.signalbox.core.port;

import dev.signalbox.core.model.Message;
import dev.signalbox.core.port.Plan.Effect;
import dev.signalbox.core.port.Plan.Hazard;
import dev.signalbox.core.port.Plan.Reversal;
import dev.signalbox.core.port.Plan.Severity;
import dev.signalbox.core.port.Plan.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// A plan while an adapter works it out.
public final class PlanDraft {
    private static final int SAMPLE = 5;

    private final String clusterId;
    private final Instant madeAt;
    private final Words texts;
    private final List<Step> steps = new ArrayList<>();
    private final List<Hazard> hazards = new ArrayList<>();
    private final List<Message> sample = new ArrayList<>();

    /// Finds a text, in the operator's language.
    @FunctionalInterface
    public interface Words {
        String get(String key, Object... arguments);
    }

    /// @param texts of the adapter: those of hazards are under `hazard.` and their code
    public PlanDraft(String clusterId, Instant madeAt, Words texts) {
        this.clusterId = clusterId;
        this.madeAt = madeAt;
        this.texts = texts;
    }

    public String clusterId() {
        return clusterId;
    }

    public Instant madeAt() {
        return madeAt;
    }

    public void step(String text, long count) {
        steps.add(new Step(text, count));
    }

    /// Keeps the first few as the sample.
    public void show(Message message) {
        if (sample.size() < SAMPLE) {
            sample.add(message);
        }
    }

    public void note(String code, Object... arguments) {
        hazard(Severity.NOTE, code, arguments);
    }

    public void warning(String code, Object... arguments) {
        hazard(Severity.WARNING, code, arguments);
    }

    public void danger(String code, Object... arguments) {
        hazard(Severity.DANGER, code, arguments);
    }

    private void hazard(Severity severity, String code, Object... arguments) {
        hazards.add(new Hazard(severity, code, texts.get("hazard." + code, arguments)));
    }

    /// @param frozen the action with exact selections
    public Plan plan(Action frozen, Effect effect, Reversal reversal) {
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
