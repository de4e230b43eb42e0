package dev.signalbox.rabbitmq;

import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.port.Action.ReplayDeadLetters;
import dev.signalbox.core.port.Execution;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.Plan.Effect;
import dev.signalbox.core.port.Plan.Reversal;
import dev.signalbox.core.port.Plan.Unit;
import dev.signalbox.core.port.PlanDraft;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.rabbitmq.LetterRouter.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Sends dead letters back to where they came from, and takes each out of its queue once the server has confirmed the copy.
///
/// Needs read on the dead-letter queue and write on the exchanges.
final class ReplayAction {
    private final Server server;
    private final AtomicReference<@Nullable LetterLook> last = new AtomicReference<>();

    ReplayAction(Server server) {
        this.server = server;
    }

    Plan plan(ReplayDeadLetters replay) throws ConnectorException, InterruptedException {
        PlanDraft draft = new PlanDraft(server.id(), server.clock().instant(), RabbitTexts::get);
        QueueFacts queue = server.facts(replay.target());
        checkQueue(queue, replay);
        if (replay.to().isPresent()) {
            checkTarget(queue.key(), replay.to().get());
        }
        Optional<LetterLook> known = known(replay, queue.key());
        LetterLook look;
        boolean exact = true;
        if (known.isPresent()) {
            look = known.get();
            exact = server.ready(queue.key()) >= look.read();
        } else {
            look = look(replay, queue);
            last.set(look);
        }
        look.tell(draft);
        Hazards.tell(draft, look.more(), server, queue);
        List<Long> routed = look.routed();
        return draft.plan(
                replay.of(new MessageSelection.Ranges(PurgeAction.ranges(routed))),
                new Effect(
                        Unit.MESSAGES,
                        routed.size(),
                        exact,
                        exact ? OptionalLong.of(look.bytes()) : OptionalLong.empty()),
                Reversal.NOT_NEEDED);
    }

    private LetterLook look(ReplayDeadLetters replay, QueueFacts queue)
            throws ConnectorException, InterruptedException {
        // An exchange of our own leads to a queue; a plan makes none, and does not need it.
        LetterRouter router =
                new LetterRouter(
                        server,
                        queue.key(),
                        replay.to().map(name -> new Way(name, "")),
                        replay,
                        UUID.randomUUID());
        return LetterLook.take(replay, server, queue, router);
    }

    /// What the last look says of these letters, where it saw all of them and their exchanges are still there.
    private Optional<LetterLook> known(ReplayDeadLetters replay, QueueKey key)
            throws ConnectorException, InterruptedException {
        LetterLook before = last.get();
        Optional<LetterLook> known =
                before == null ? Optional.empty() : before.of(replay, server.clock().instant());
        if (known.isPresent()) {
            for (String exchange : known.get().exchanges()) {
                if (!exchange.isEmpty() && !server.hasExchange(key.vhost(), exchange)) {
                    return Optional.empty();
                }
            }
        }
        return known;
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
        last.set(null);
        QueueFacts queue = server.facts(replay.target());
        boolean toQueue = replay.to().isPresent() && checkTarget(queue.key(), replay.to().get());
        return new PatientReplay(
                        server, plan, replay, toQueue, execution, keeper(replay, execution))
                .run(queue);
    }
}
