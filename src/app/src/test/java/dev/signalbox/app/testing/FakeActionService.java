package dev.signalbox.app.testing;

import dev.signalbox.core.gate.ActionService;
import dev.signalbox.core.gate.Aftermath;
import dev.signalbox.core.gate.Caution;
import dev.signalbox.core.gate.Confirmation;
import dev.signalbox.core.gate.Operation;
import dev.signalbox.core.gate.Speed;
import dev.signalbox.core.gate.UnfinishedReplay;
import dev.signalbox.core.model.Support;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.PlanProgress;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// A gate that refuses everything.
public final class FakeActionService implements ActionService {
    @Override
    public Plan plan(String profileId, Action action, PlanProgress progress)
            throws ConnectorException {
        throw refused();
    }

    @Override
    public Operation start(String profileId, Plan plan, Confirmation confirmation, Caution caution)
            throws ConnectorException {
        throw refused();
    }

    @Override
    public Aftermath follow(UUID operation) throws ConnectorException {
        throw refused();
    }

    @Override
    public List<UnfinishedReplay> unfinished() {
        return List.of();
    }

    @Override
    public void forget(UUID replay) {}

    @Override
    public Optional<Speed> speed(Plan plan) {
        return Optional.empty();
    }

    @Override
    public Support canStopAt(String profileId, String destination) {
        return new Support.Offered();
    }

    @Override
    public boolean asksForName(String profileId, Plan plan) {
        return false;
    }

    @Override
    public List<Operation> operations() {
        return List.of();
    }

    @Override
    public void onOperation(Consumer<Operation> listener) {}

    private static ConnectorException refused() {
        return new ConnectorException(
                new Problem(
                        ProblemKind.AUTHORIZATION,
                        "The connection shop-kafka is read-only.",
                        "Use a profile that may write."));
    }
}
