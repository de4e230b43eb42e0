package dev.signalbox.app.action;

import dev.signalbox.core.gate.Operation;
import dev.signalbox.core.port.Plan;
import java.util.UUID;

/// An operation as it stood at one moment.
public record Run(Operation operation, Operation.State state) {
    public static Run of(Operation operation) {
        return new Run(operation, operation.state());
    }

    public UUID id() {
        return operation.id();
    }

    public Plan plan() {
        return operation.plan();
    }

    public boolean hasEnded() {
        return state.status().hasEnded();
    }
}
