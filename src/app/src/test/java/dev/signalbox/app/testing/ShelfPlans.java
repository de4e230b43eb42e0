package dev.signalbox.app.testing;

import dev.signalbox.core.backup.BackupReader;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.model.MessageSelection.Ranges;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.port.Execution;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.Plan.Effect;
import dev.signalbox.core.port.Plan.Hazard;
import dev.signalbox.core.port.Plan.Reversal;
import dev.signalbox.core.port.Plan.Severity;
import dev.signalbox.core.port.Plan.Step;
import dev.signalbox.core.port.Plan.Unit;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// How a [ShelfServer] plans and carries out.
final class ShelfPlans {
    private final ShelfServer server;

    ShelfPlans(ShelfServer server) {
        this.server = server;
    }

    Plan plan(Action action) throws ConnectorException {
        return switch (action) {
            case Action.PurgeDestination purge -> {
                List<Message> concerned = server.selected(purge.selection());
                yield plan(
                        new Action.PurgeDestination(purge.target(), frozen(concerned)),
                        concerned,
                        Reversal.BACKUP,
                        List.of());
            }
            case Action.ReplayDeadLetters replay -> {
                List<Message> concerned = server.selected(replay.selection());
                yield plan(
                        replay.of(frozen(concerned)),
                        concerned,
                        Reversal.NOT_NEEDED,
                        List.of(
                                new Hazard(
                                        Severity.NOTE,
                                        "stay",
                                        "The letters stay where they are; only copies are sent.")));
            }
            case Action.RestoreBackup restore ->
                    new Plan(
                            UUID.randomUUID(),
                            "shelf-1",
                            restore,
                            Instant.now(),
                            new Effect(
                                    Unit.MESSAGES,
                                    restore.backup().messages(),
                                    true,
                                    OptionalLong.of(restore.backup().bytes())),
                            List.of(
                                    new Step(
                                            "Publish to " + restore.target(),
                                            restore.backup().messages())),
                            List.of(),
                            List.of(),
                            Reversal.IMPOSSIBLE);
            case Action.PublishMessage _,
                    Action.ResetOffsets _,
                    Action.RollbackTransaction _,
                    Action.CommitTransaction _ ->
                    throw new ConnectorException(
                            new Problem(
                                    ProblemKind.UNSUPPORTED,
                                    "A shelf cannot do that.",
                                    "Ask for something else."));
        };
    }

    private static Plan plan(
            Action action, List<Message> concerned, Reversal reversal, List<Hazard> hazards) {
        return new Plan(
                UUID.randomUUID(),
                "shelf-1",
                action,
                Instant.now(),
                new Effect(
                        Unit.MESSAGES,
                        concerned.size(),
                        true,
                        OptionalLong.of(concerned.stream().mapToLong(Message::size).sum())),
                List.of(new Step("Partition 0 of " + action.target(), concerned.size())),
                concerned.subList(0, Math.min(5, concerned.size())),
                hazards,
                reversal);
    }

    private static Ranges frozen(List<Message> messages) {
        return new Ranges(
                messages.stream()
                        .map(message -> message.id().position())
                        .map(at -> new Range(0, at, at + 1))
                        .toList());
    }

    Outcome execute(Plan plan, Execution execution) throws ConnectorException {
        List<Message> concerned =
                switch (plan.action()) {
                    case Action.PurgeDestination purge -> server.selected(purge.selection());
                    case Action.ReplayDeadLetters replay -> server.selected(replay.selection());
                    case Action.RestoreBackup restore -> content(restore);
                    case Action.PublishMessage _,
                            Action.ResetOffsets _,
                            Action.RollbackTransaction _,
                            Action.CommitTransaction _ ->
                            throw new IllegalStateException("no plan was made for that");
                };
        int done = 0;
        for (Message message : concerned) {
            try {
                server.executing.pass();
                while (!execution.admit(1, Duration.ofMillis(50))) {
                    server.executing.pass();
                }
            } catch (InterruptedException e) {
                return outcome(Outcome.Result.CANCELLED, plan, done);
            }
            carryOut(plan.action(), message, execution);
            done++;
            execution.progress(done, concerned.size());
        }
        return outcome(Outcome.Result.SUCCEEDED, plan, done);
    }

    private static Outcome outcome(Outcome.Result result, Plan plan, int done) {
        return new Outcome(
                result,
                done,
                List.of(
                        new Outcome.StepOutcome(
                                "Partition 0 of " + plan.action().target(),
                                done,
                                Optional.empty())),
                Optional.empty());
    }

    private void carryOut(Action action, Message message, Execution execution)
            throws ConnectorException {
        if (action instanceof Action.PurgeDestination) {
            execution.backUp(List.of(message));
            server.shelf.remove(message);
        } else if (action instanceof Action.ReplayDeadLetters replay) {
            if (!replay.edits().isNone()) {
                execution.backUp(List.of(message));
            }
            Range letter = new Range(0, message.id().position(), message.id().position() + 1);
            execution.sending(List.of(letter));
            server.delivered.add(replay.edits().applyTo(message.id(), message).orElseThrow());
            execution.sent(List.of(letter));
        } else {
            server.put(message);
        }
    }

    private static List<Message> content(Action.RestoreBackup restore) throws ConnectorException {
        List<Message> all = new ArrayList<>();
        try (BackupReader reader = restore.backup().open()) {
            Optional<Message> message = reader.next();
            while (message.isPresent()) {
                all.add(message.get());
                message = reader.next();
            }
        }
        return all;
    }
}
