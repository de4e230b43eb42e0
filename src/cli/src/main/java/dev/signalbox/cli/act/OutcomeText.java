package dev.signalbox.cli.act;

import dev.signalbox.cli.shell.Plain;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.gate.Operation;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.port.OffsetTarget;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What came of a plan, for the operator to read.
final class OutcomeText {
    private final Profile profile;
    private final Plan plan;
    private final Operation.State state;

    OutcomeText(Profile profile, Plan plan, Operation.State state) {
        this.profile = profile;
        this.plan = plan;
        this.state = state;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(
                Words.get(
                        "outcome." + state.status(),
                        Words.get("unit." + plan.effect().unit(), state.done()),
                        state.total()));
        state.problem().ifPresent(problem -> add(lines, problem));
        state.outcome().ifPresent(outcome -> add(lines, outcome));
        return lines;
    }

    private void add(List<String> lines, Outcome outcome) {
        for (Outcome.StepOutcome step : outcome.steps()) {
            lines.add("  - " + Plain.of(step.text()));
            step.problem().ifPresent(problem -> add(lines, problem));
        }
        outcome.undo()
                .flatMap(this::command)
                .ifPresent(command -> lines.add(Words.get("outcome.undo", command)));
    }

    private static void add(List<String> lines, Problem problem) {
        lines.add("    " + Plain.of(problem.summary()));
        if (!problem.remedy().isBlank()) {
            lines.add("    " + Plain.of(problem.remedy()));
        }
    }

    /// The command that takes it back.
    private Optional<String> command(Action undo) {
        String onProfile = " --profile " + profile.id();
        return switch (undo) {
            case Action.RestoreBackup restore ->
                    Optional.of("signalbox restore " + restore.backup().id() + onProfile);
            case Action.ResetOffsets reset
                    when reset.to() instanceof OffsetTarget.Exactly(var offsets) ->
                    Optional.of(
                            "signalbox reset-offsets "
                                    + reset.target()
                                    + " --exactly "
                                    + new TreeMap<>(
                                                    offsets.entrySet().stream()
                                                            .collect(
                                                                    Collectors.toMap(
                                                                            each ->
                                                                                    each.getKey()
                                                                                            .toString(),
                                                                            each ->
                                                                                    each
                                                                                            .getValue())))
                                            .entrySet().stream()
                                                    .map(
                                                            each ->
                                                                    each.getKey()
                                                                            + "="
                                                                            + each.getValue())
                                                    .collect(Collectors.joining(","))
                                    + onProfile);
            case Action.ResetOffsets _,
                    Action.PurgeDestination _,
                    Action.ReplayDeadLetters _,
                    Action.PublishMessage _,
                    Action.RollbackTransaction _,
                    Action.CommitTransaction _ ->
                    Optional.empty();
        };
    }
}
