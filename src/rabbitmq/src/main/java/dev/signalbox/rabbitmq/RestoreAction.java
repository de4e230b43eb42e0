package dev.signalbox.rabbitmq;

import dev.signalbox.core.backup.Backup;
import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.MessageStream;
import dev.signalbox.core.port.Action.RestoreBackup;
import dev.signalbox.core.port.Execution;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.Plan.Effect;
import dev.signalbox.core.port.Plan.Reversal;
import dev.signalbox.core.port.Plan.Unit;
import dev.signalbox.core.port.PlanDraft;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.rabbitmq.Publisher.Outgoing;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Sends the messages of a backup back to their queue, in their order. Those that still lie in it are left out, so that a
/// restore that was cut off can be started again.
///
/// Needs what [Line] needs.
final class RestoreAction {
    /// Of AMQP's short strings, in bytes.
    private static final int LONGEST_KEY = 255;

    private final Server server;

    RestoreAction(Server server) {
        this.server = server;
    }

    Plan plan(RestoreBackup restore) throws ConnectorException, InterruptedException {
        Backup backup = restore.backup();
        PlanDraft draft = new PlanDraft(server.id(), server.clock().instant(), RabbitTexts::get);
        checkMadeHere(restore, draft.clusterId());
        QueueFacts queue = server.facts(restore.target());
        PurgeAction.checkQueue(queue, restore.target());
        Set<Long> there = there(restore, queue);
        long count = 0;
        long bytes = 0;
        long left = 0;
        long foreign = 0;
        try (MessageStream kept = backup.open()) {
            for (Optional<Message> next = kept.next(); next.isPresent(); next = kept.next()) {
                if (there.contains(next.get().id().position())) {
                    left++;
                } else {
                    count++;
                    bytes += next.get().size();
                    draft.show(next.get());
                    foreign += isForeign(next.get()) ? 1 : 0;
                }
            }
        }
        draft.step(RabbitTexts.get("restore.step", restore.target()), count);
        if (left > 0) {
            draft.warning("restore-still-there", left);
        }
        if (!backup.complete()) {
            draft.warning("restore-incomplete");
        }
        if (!backup.clusterId().isEmpty() && !backup.clusterId().equals(draft.clusterId())) {
            draft.warning("restore-elsewhere", backup.destination(), backup.clusterId());
        }
        if (foreign > 0) {
            draft.warning("restore-other-broker", foreign);
        }
        long consumers = server.consumers(queue.key());
        if (consumers > 0) {
            draft.warning("restore-read-again", restore.target(), consumers);
        }
        draft.note("restore-exchange");
        return draft.plan(
                restore,
                new Effect(Unit.MESSAGES, count, true, OptionalLong.of(bytes)),
                Reversal.NOT_NEEDED);
    }

    /// What goes to another place is all sent: what lies there is not it.
    private Set<Long> there(RestoreBackup restore, QueueFacts queue)
            throws ConnectorException, InterruptedException {
        return restore.to().isPresent()
                ? Set.of()
                : new HashSet<>(
                        new Survey(server, queue).read(new MessageSelection.All(), _ -> {}));
    }

    /// From RabbitMQ every message has at least the property that names its exchange.
    private static boolean isForeign(Message message) {
        return message.properties().isEmpty();
    }

    private static void checkMadeHere(RestoreBackup restore, String clusterId)
            throws ConnectorException {
        Backup backup = restore.backup();
        if (restore.to().isEmpty() && !backup.clusterId().equals(clusterId)) {
            throw RabbitProblems.exception(
                    ProblemKind.CONFLICT,
                    "restore.other-cluster",
                    backup.destination(),
                    backup.clusterId(),
                    clusterId);
        }
    }

    Outcome execute(Plan plan, RestoreBackup restore, Execution execution)
            throws ConnectorException, InterruptedException {
        Backup backup = restore.backup();
        checkMadeHere(restore, plan.clusterId());
        QueueFacts queue = server.facts(restore.target());
        try (MessageStream kept = backup.open()) {
            RestoreRun run =
                    new RestoreRun(
                            new RestoreRun.Target(
                                    restore.target(),
                                    () -> RestoreWay.open(server, queue.key()),
                                    () -> there(restore, queue),
                                    (message, exchange) ->
                                            outgoing(message, exchange, queue.key())),
                            execution,
                            plan.effect().count());
            run.run(kept, server.batch());
            return run.outcome();
        }
    }

    private Outgoing outgoing(Message message, String exchange, QueueKey queue) {
        String routingKey =
                Optional.ofNullable(message.key())
                        .filter(key -> key.size() <= LONGEST_KEY)
                        .flatMap(Bytes::text)
                        .orElse(queue.name());
        Bytes value = message.value();
        return new Outgoing(
                // Where the key is the queue's name the usual way leads there, and leaves no trace.
                routingKey.equals(queue.name()) ? "" : exchange,
                routingKey,
                Messages.properties(message, server.settings().login().user()),
                value == null ? Bytes.utf8("") : value);
    }
}
