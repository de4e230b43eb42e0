package dev.signalbox.core.gate;

import dev.signalbox.core.model.MessageEdits;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.port.Action.ReplayDeadLetters;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.Plan.Hazard;
import dev.signalbox.core.port.Plan.Severity;
import dev.signalbox.core.text.CoreTexts;
import java.util.List;

/// Replays that change what they send. The letters as they were are kept in a backup: on some brokers they leave their
/// queue.
final class Edits {
    private Edits() {}

    static boolean areIn(Plan plan) {
        return plan.action() instanceof ReplayDeadLetters replay && !replay.edits().isNone();
    }

    /// An adapter that forgot them would send what the operator wants changed.
    static void check(Action asked, Plan plan) {
        if (asked instanceof ReplayDeadLetters wish
                && !(plan.action() instanceof ReplayDeadLetters planned
                        && planned.asIs() == wish.asIs()
                        && planned.edits().equals(wish.edits()))) {
            throw new IllegalStateException("a plan without the edits asked for: " + plan.id());
        }
    }

    static List<Hazard> notes(Plan plan) {
        if (!(plan.action() instanceof ReplayDeadLetters replay) || replay.edits().isNone()) {
            return List.of();
        }
        Hazard edited =
                new Hazard(
                        Severity.WARNING,
                        "edited",
                        CoreTexts.get("hazard.edited", String.join(", ", replay.edits().words())));
        return switch (replay.edits()) {
            case MessageEdits.Rules _ -> List.of(edited);
            case MessageEdits.ByHand _ ->
                    List.of(
                            edited,
                            new Hazard(
                                    Severity.NOTE,
                                    "edited-by-hand",
                                    CoreTexts.get("hazard.edited-by-hand")));
        };
    }
}
