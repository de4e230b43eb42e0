package dev.signalbox.app.action;

import dev.signalbox.core.gate.Aftermath;
import dev.signalbox.core.gate.Operation;
import dev.signalbox.core.port.Plan;
import java.util.Optional;
import java.util.UUID;

/// An operation as it stood at one moment.
///
/// @param pausing whether it stands still, or will after the batch that is under way
/// @param aftermath what has become of the letters it sent; replays only
public record Run(
        Operation operation,
        Operation.State state,
        boolean pausing,
        Optional<Aftermath> aftermath) {
    public static Run of(Operation operation) {
        return new Run(operation, operation.state(), operation.isPausing(), operation.aftermath());
    }

    public UUID id() {
        return operation.id();
    }

    public Plan plan() {
        return operation.plan();
    }

    /// Asks it to stand still between two batches, or to go on.
    public void pause(boolean pause) {
        if (pause) {
            operation.pause();
        } else {
            operation.resume();
        }
    }

    public boolean hasEnded() {
        return state.status().hasEnded();
    }
}
