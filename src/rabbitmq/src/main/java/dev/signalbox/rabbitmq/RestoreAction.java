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
    private final Server server;

    RestoreAction(Server server) {
        this.server = server;
    }

    Plan plan(RestoreBackup restore) throws ConnectorException, InterruptedException {
        Backup backup = restore.backup();
        PlanDraft draft = new PlanDraft(server.id(), server.clock().instant());
        checkMadeHere(backup, draft.clusterId());
        QueueFacts queue = server.facts(backup.destination());
        PurgeAction.checkQueue(queue, backup.destination());
        Survey survey = new Survey(server, queue);
        Set<Long> there = there(survey);
        long count = 0;
        long bytes = 0;
        long left = 0;
        try (MessageStream kept = backup.open()) {
            for (Optional<Message> next = kept.next(); next.isPresent(); next = kept.next()) {
                if (there.contains(next.get().id().position())) {
                    left++;
                } else {
                    count++;
                    bytes += next.get().size();
                    draft.show(next.get());
                }
            }
        }
        draft.step(RabbitTexts.get("restore.step", backup.destination()), count);
        if (left > 0) {
            draft.warning("restore-still-there", left);
        }
        if (!backup.complete()) {
            draft.warning("restore-incomplete");
        }
        long consumers = server.consumers(queue.key());
        if (consumers > 0) {
            draft.warning("restore-read-again", backup.destination(), consumers);
        }
        draft.note("restore-exchange");
        return draft.plan(
                restore,
                new Effect(Unit.MESSAGES, count, true, OptionalLong.of(bytes)),
                Reversal.NOT_NEEDED);
    }

    private static Set<Long> there(Survey survey) throws ConnectorException, InterruptedException {
        return new HashSet<>(survey.read(new MessageSelection.All(), _ -> {}));
    }

    private static void checkMadeHere(Backup backup, String clusterId) throws ConnectorException {
        if (!backup.clusterId().equals(clusterId)) {
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
        checkMadeHere(backup, plan.clusterId());
        QueueFacts queue = server.facts(backup.destination());
        Set<Long> there = there(new Survey(server, queue));
        try (Publisher publisher =
                        Publisher.open(
                                server, queue.key().vhost(), "restore " + queue.key().name());
                Line line = Line.open(publisher.channel(), queue.key());
                MessageStream kept = backup.open()) {
            RestoreRun run =
                    new RestoreRun(
                            publisher,
                            message -> outgoing(message, line.exchange(), queue.key()),
                            execution,
                            plan.effect().count(),
                            backup.destination());
            run.run(kept, there, server.batch());
            return run.outcome();
        }
    }

    private Outgoing outgoing(Message message, String exchange, QueueKey queue) {
        String routingKey =
                Optional.ofNullable(message.key()).flatMap(Bytes::text).orElse(queue.name());
        Bytes value = message.value();
        return new Outgoing(
                // Where the key is the queue's name the usual way leads there, and leaves no trace.
                routingKey.equals(queue.name()) ? "" : exchange,
                routingKey,
                Messages.properties(message, server.settings().login().user()),
                value == null ? Bytes.utf8("") : value);
    }
}
