package dev.signalbox.core.port;

import dev.signalbox.core.problem.Problem;
import java.util.List;
import java.util.Optional;

/// What came of a plan, step by step. Partial success is a normal result.
///
/// @param done how many of the plan's unit were done
/// @param undo what takes it back, where that is possible
public record Outcome(Result result, long done, List<StepOutcome> steps, Optional<Action> undo) {
    public Outcome {
        steps = List.copyOf(steps);
    }

    public enum Result {
        SUCCEEDED,
        /// Some steps failed; the others hold.
        PARTIAL,
        /// Nothing was done.
        FAILED,
        /// The operator stopped it; what was done until there holds.
        CANCELLED
    }

    /// @param text what the step was, in the operator's language
    /// @param problem why it failed, if it did
    public record StepOutcome(String text, long done, Optional<Problem> problem) {}
}
