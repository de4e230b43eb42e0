package dev.signalbox.rabbitmq;

import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageEdits;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.port.Action.ReplayDeadLetters;
import dev.signalbox.core.port.Execution;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.Plan.Effect;
import dev.signalbox.core.port.Plan.Reversal;
import dev.signalbox.core.port.Plan.Unit;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.rabbitmq.LetterRouter.Route;
import dev.signalbox.rabbitmq.LetterRouter.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// Sends dead letters back to where they came from, and takes each out of its queue once the server has confirmed the copy.
///
/// Needs read on the dead-letter queue and write on the exchanges.
final class ReplayAction {
    private final Server server;

    ReplayAction(Server server) {
        this.server = server;
    }

    Plan plan(ReplayDeadLetters replay) throws ConnectorException, InterruptedException {
        PlanDraft draft = new PlanDraft(server.id(), server.clock().instant());
        QueueFacts queue = server.facts(replay.target());
        checkQueue(queue, replay);
        if (replay.to().isPresent()) {
            checkTarget(queue.key(), replay.to().get());
        }
        LetterRouter router = planner(queue, replay);
        List<Taken> letters = new ArrayList<>();
        List<Long> notEditable = new ArrayList<>();
        Survey survey = new Survey(server, queue);
        survey.read(
                replay.selection(),
                taken -> {
                    Message letter = Messages.message(replay.target(), taken);
                    Optional<Message> edited = replay.edits().applyTo(letter.id(), letter);
                    draft.show(edited.orElse(letter));
                    if (edited.isPresent()) {
                        letters.add(taken.withoutBody());
                    } else {
                        notEditable.add(taken.position());
                    }
                });
        List<Long> routed = new ArrayList<>();
        SortedMap<String, Long> targets = new TreeMap<>();
        SortedMap<String, Long> gone = new TreeMap<>();
        long noOrigin = 0;
        for (Taken letter : letters) {
            switch (router.route(letter)) {
                case Route.Copy copy -> {
                    routed.add(letter.position());
                    targets.merge(copy.target(), 1L, Long::sum);
                }
                case Route.NoOrigin _ -> noOrigin++;
                case Route.NotEditable _ -> notEditable.add(letter.position());
                case Route.NoTarget(String exchange) -> gone.merge(exchange, 1L, Long::sum);
            }
        }
        targets.forEach(
                (target, count) -> draft.step(RabbitTexts.get("replay.step", target), count));
        if (noOrigin > 0) {
            draft.warning("replay-no-origin", noOrigin);
        }
        if (!notEditable.isEmpty()) {
            draft.warning("replay-not-editable", notEditable.size());
        }
        gone.forEach((exchange, count) -> draft.warning("replay-no-target", exchange, count));
        draft.note("replay-at-least-once");
        Hazards.tell(draft, survey, server, queue);
        return draft.plan(
                replay.of(new MessageSelection.Ranges(PurgeAction.ranges(routed))),
                new Effect(Unit.MESSAGES, routed.size(), true, OptionalLong.empty()),
                Reversal.NOT_NEEDED);
    }

    /// An exchange of our own leads to a queue; a plan makes none, and does not need it. What can be edited is told while
    /// the bodies are there.
    private LetterRouter planner(QueueFacts queue, ReplayDeadLetters replay) {
        return new LetterRouter(
                server,
                queue.key(),
                replay.to().map(name -> new Way(name, "")),
                MessageEdits.NONE,
                UUID.randomUUID());
    }

    /// A letter leaves its queue when its copy is there, and the copy is another message: the letter is kept elsewhere.
    private static ReplayRun.Keeper keeper(ReplayDeadLetters replay, Execution execution) {
        return letters -> {
            if (!replay.edits().isNone()) {
                List<Message> kept = new ArrayList<>();
                letters.forEach(taken -> kept.add(Messages.message(replay.target(), taken)));
                execution.backUp(kept);
            }
        };
    }

    private static void checkQueue(QueueFacts queue, ReplayDeadLetters replay)
            throws ConnectorException {
        if (queue.isStream()) {
            throw RabbitProblems.exception(
                    ProblemKind.UNSUPPORTED, "replay.stream", replay.target());
        }
        if (replay.to().equals(Optional.of(replay.target()))) {
            throw RabbitProblems.exception(
                    ProblemKind.INVALID, "replay.to-itself", replay.target());
        }
    }

    /// @throws ConnectorException `NOT_FOUND` where there is neither such a queue nor such an exchange
    private boolean checkTarget(QueueKey source, String name)
            throws ConnectorException, InterruptedException {
        QueueKey key = server.names().key(name);
        if (!key.vhost().equals(source.vhost())) {
            throw RabbitProblems.exception(ProblemKind.UNSUPPORTED, "replay.other-vhost", name);
        }
        if (server.hasQueue(key)) {
            return true;
        }
        if (!server.hasExchange(source.vhost(), name)) {
            throw RabbitProblems.exception(ProblemKind.NOT_FOUND, "target.missing", name);
        }
        return false;
    }

    Outcome execute(Plan plan, ReplayDeadLetters replay, Execution execution)
            throws ConnectorException, InterruptedException {
        QueueFacts queue = server.facts(replay.target());
        QueueKey key = queue.key();
        boolean toQueue = replay.to().isPresent() && checkTarget(key, replay.to().get());
        Chosen chosen = Chosen.of(replay.target(), replay.selection());
        try (Publisher publisher = Publisher.open(server, key.vhost(), "replay " + key.name())) {
            Optional<Line> line =
                    toQueue
                            ? Optional.of(
                                    Line.open(
                                            publisher.channel(),
                                            server.names().key(replay.to().orElseThrow())))
                            : Optional.empty();
            try (Held held = Held.open(server, queue, QueueBrowser.MOST)) {
                Optional<Way> way =
                        replay.to()
                                .map(name -> new Way(name, line.map(Line::exchange).orElse(name)));
                ReplayRun run =
                        new ReplayRun(
                                held,
                                publisher,
                                new LetterRouter(
                                        server, key, way, replay.edits(), execution.actionId()),
                                execution,
                                keeper(replay, execution),
                                plan.effect().count());
                run.run(new Batches(held, chosen, server.batch(), Long.MAX_VALUE));
                return run.outcome();
            } finally {
                line.ifPresent(Line::close);
            }
        }
    }
}
