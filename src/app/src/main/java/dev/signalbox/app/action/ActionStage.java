package dev.signalbox.app.action;

import dev.signalbox.core.gate.Speed;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.problem.Problem;
import java.util.Optional;

/// Where the dialog is between the wish and the outcome.
sealed interface ActionStage {
    /// The server is being asked what the action would do.
    ///
    /// @param read messages looked at so far, where that takes a while
    /// @param total messages to look at; 0 while that is not known
    record Planning(long read, long total) implements ActionStage {
        /// Just begun.
        Planning() {
            this(0, 0);
        }
    }

    /// Waiting for the operator's yes.
    ///
    /// @param asksForName whether the target's name has to be typed
    /// @param speed how fast it may go, as far as anything tells
    record Review(Plan plan, boolean asksForName, Optional<Speed> speed) implements ActionStage {}

    /// No plan, or a plan that was not accepted. Nothing has been changed.
    record Refused(Problem problem) implements ActionStage {}

    /// The gate checks the plan again, and then begins.
    ///
    /// @param stopping the operator does not want it any more; whether that came in time is not known yet
    record Starting(Plan plan, boolean stopping) implements ActionStage {}

    /// Being carried out, or ended.
    record Underway(Run run) implements ActionStage {}

    /// The operator stopped it in time, or closed the dialog.
    record Closed() implements ActionStage {}
}
