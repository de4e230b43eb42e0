package dev.signalbox.rabbitmq;

import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.port.Action.PurgeDestination;
import dev.signalbox.core.port.Execution;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Outcome.Result;
import dev.signalbox.core.port.Outcome.StepOutcome;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.Plan.Effect;
import dev.signalbox.core.port.Plan.Reversal;
import dev.signalbox.core.port.Plan.Unit;
import dev.signalbox.core.port.PlanDraft;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Takes messages out of a queue: takes them, keeps all of them in the backup, and only then acknowledges them.
///
/// Not `queue.purge`, which removes whatever is there by then. Needs read on the queue.
final class PurgeAction {
    private final Server server;

    PurgeAction(Server server) {
        this.server = server;
    }

    Plan plan(PurgeDestination purge) throws ConnectorException, InterruptedException {
        PlanDraft draft = new PlanDraft(server.id(), server.clock().instant(), RabbitTexts::get);
        QueueFacts queue = server.facts(purge.target());
        checkQueue(queue, purge.target());
        long[] bytes = new long[1];
        Survey survey = new Survey(server, queue);
        List<Long> positions =
                survey.read(
                        purge.selection(),
                        taken -> {
                            bytes[0] += taken.size();
                            draft.show(Messages.message(purge.target(), taken));
                        });
        draft.step(RabbitTexts.get("purge.step", purge.target()), positions.size());
        Hazards.tell(draft, survey.more(), server, queue);
        return draft.plan(
                new PurgeDestination(
                        purge.target(), new MessageSelection.Ranges(ranges(positions))),
                new Effect(Unit.MESSAGES, positions.size(), true, OptionalLong.of(bytes[0])),
                Reversal.BACKUP);
    }

    static List<Range> ranges(List<Long> positions) {
        return positions.stream().map(position -> new Range(0, position, position + 1)).toList();
    }

    /// @throws ConnectorException `UNSUPPORTED` for a stream
    static void checkQueue(QueueFacts queue, String name) throws ConnectorException {
        if (queue.isStream()) {
            throw RabbitProblems.exception(ProblemKind.UNSUPPORTED, "purge.stream", name);
        }
    }

    Outcome execute(Plan plan, PurgeDestination purge, Execution execution)
            throws ConnectorException, InterruptedException {
        QueueFacts queue = server.facts(purge.target());
        Chosen chosen = Chosen.of(purge.target(), purge.selection());
        long total = plan.effect().count();
        List<Long> kept = new ArrayList<>();
        boolean cancelled = false;
        try (Held held = Held.open(server, queue, Survey.PREFETCH)) {
            Batches batches = new Batches(held, chosen, server.batch(), total);
            try {
                List<Taken> batch = batches.next();
                while (!batch.isEmpty() && !Thread.interrupted()) {
                    List<Taken> now = batch;
                    Undisturbed.run(() -> backUp(now, purge.target(), execution));
                    now.forEach(taken -> kept.add(taken.tag()));
                    execution.progress(Math.min(kept.size(), total) / 2, total);
                    batch = batches.next();
                }
                cancelled = !batch.isEmpty();
            } catch (InterruptedException e) {
                cancelled = true;
            }
            if (!cancelled) {
                Undisturbed.run(() -> remove(kept, held));
                execution.progress(kept.size(), total);
            }
        }
        long done = cancelled ? 0 : kept.size();
        return new Outcome(
                cancelled ? Result.CANCELLED : Result.SUCCEEDED,
                done,
                List.of(
                        new StepOutcome(
                                RabbitTexts.get("purge.step", purge.target()),
                                done,
                                Optional.empty())),
                Optional.empty());
    }

    private static boolean backUp(List<Taken> batch, String name, Execution execution)
            throws ConnectorException {
        execution.backUp(batch.stream().map(taken -> Messages.message(name, taken)).toList());
        return true;
    }

    /// @throws ConnectorException when the connection broke: the server then puts back what it has not seen acknowledged,
    ///     and a restore leaves out what is there
    private static boolean remove(List<Long> kept, Held held) throws ConnectorException {
        held.acknowledge(kept);
        held.settle();
        return true;
    }
}
