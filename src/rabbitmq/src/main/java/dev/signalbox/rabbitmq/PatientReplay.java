package dev.signalbox.rabbitmq;

import dev.signalbox.core.ledger.LetterRanges;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.port.Action.ReplayDeadLetters;
import dev.signalbox.core.port.Execution;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.rabbitmq.LetterRouter.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A replay that waits where the server goes away, says so, and goes on once it is back with the letters that were not
/// sent yet. Those of which nobody knows whether they were sent stay in the queue: only the operator sends them again.
final class PatientReplay {
    private static final int PREFETCH = 4_000;

    private final Server server;
    private final Plan plan;
    private final ReplayDeadLetters replay;
    private final boolean toQueue;
    private final Execution execution;
    private final ReplayRun.Keeper keeper;
    private final ReplayTally tally = new ReplayTally();
    private final List<Range> settled = new ArrayList<>();

    /// @param toQueue whether the target of the operator's choice is a queue, and not an exchange
    PatientReplay(
            Server server,
            Plan plan,
            ReplayDeadLetters replay,
            boolean toQueue,
            Execution execution,
            ReplayRun.Keeper keeper) {
        this.server = server;
        this.plan = plan;
        this.replay = replay;
        this.toQueue = toQueue;
        this.execution = execution;
        this.keeper = keeper;
    }

    Outcome run(QueueFacts queue) throws ConnectorException, InterruptedException {
        Optional<Problem> broken = attempt(queue, replay.selection());
        Patience patience = new Patience();
        long before = tally.sent();
        boolean held = false;
        while (broken.isPresent() && mayWait(broken.get(), patience)) {
            held = true;
            broken = again(queue);
            if (tally.sent() > before) {
                before = tally.sent();
                patience = new Patience();
            }
        }
        broken.ifPresent(tally::failed);
        if (held && broken.isEmpty() && !tally.isCancelled()) {
            tally.expected(plan.effect().count());
        }
        Optional<Problem> alone = tally.onlyFailed();
        if (alone.isPresent()) {
            throw new ConnectorException(alone.get());
        }
        return tally.outcome();
    }

    private boolean mayWait(Problem problem, Patience patience) {
        if (tally.isCancelled() || !problem.kind().isTransient()) {
            return false;
        }
        execution.waiting(problem);
        try {
            return patience.rest();
        } catch (InterruptedException e) {
            tally.cancelled();
            return false;
        }
    }

    private Optional<Problem> again(QueueFacts queue) throws InterruptedException {
        MessageSelection rest =
                replay.selection() instanceof MessageSelection.Ranges(List<Range> planned)
                        ? new MessageSelection.Ranges(LetterRanges.without(planned, settled))
                        : replay.selection();
        try {
            return attempt(queue, rest);
        } catch (ConnectorException e) {
            return Optional.of(e.problem());
        }
    }

    /// @return why it ended too early
    private Optional<Problem> attempt(QueueFacts queue, MessageSelection letters)
            throws ConnectorException, InterruptedException {
        QueueKey key = queue.key();
        Chosen chosen = Chosen.of(replay.target(), letters);
        try (Publisher publisher = Publisher.open(server, key.vhost(), "replay " + key.name())) {
            Optional<Line> line =
                    toQueue
                            ? Optional.of(
                                    Line.open(
                                            server,
                                            publisher.channel(),
                                            server.names().key(replay.to().orElseThrow())))
                            : Optional.empty();
            try (Held held = Held.open(server, queue, PREFETCH)) {
                Optional<Way> way =
                        replay.to()
                                .map(name -> new Way(name, line.map(Line::exchange).orElse(name)));
                ReplayRun run =
                        new ReplayRun(
                                held,
                                publisher,
                                new LetterRouter(server, key, way, replay, execution.actionId()),
                                execution,
                                keeper,
                                plan.effect().count(),
                                tally);
                Optional<Problem> broken =
                        run.run(new Batches(held, chosen, server.batch(), chosen.most()));
                settled.addAll(run.settled());
                return broken;
            } finally {
                line.ifPresent(Line::close);
            }
        }
    }
}
