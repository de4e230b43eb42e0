package dev.signalbox.kafka;

import dev.signalbox.core.backup.Backup;
import dev.signalbox.core.model.Message;
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
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;

/// Sends the messages of a backup back to their partitions, exactly once for consumers that read committed messages.
///
/// Needs READ and WRITE on the topic, and WRITE and READ on transactional ids and groups with the prefix
/// `signalbox-restore-`.
final class RestoreAction {
    private final Cluster cluster;

    RestoreAction(Cluster cluster) {
        this.cluster = cluster;
    }

    Plan plan(RestoreBackup restore) throws ConnectorException, InterruptedException {
        Backup backup = restore.backup();
        PlanDraft draft = new PlanDraft(cluster.id(), cluster.clock().instant(), KafkaTexts::get);
        checkMadeHere(restore, draft.clusterId());
        Target target = cluster.writable(restore.target());
        RestoreSurvey survey = new RestoreSurvey(target, draft);
        long alreadyRestored = progress(cluster, restore);
        StillThere stillThere = stillThere(restore);
        try (MessageStream kept = KeptMessages.open(backup, cluster.batch())) {
            long read = 0;
            for (Optional<Message> message = kept.next();
                    message.isPresent();
                    message = kept.next()) {
                if (read++ >= alreadyRestored && !stillThere.contains(message.get())) {
                    survey.add(message.get());
                }
            }
        }
        survey.tell(Readers.read(cluster));
        if (alreadyRestored > 0) {
            draft.warning("restore-goes-on", alreadyRestored);
        }
        if (stillThere.count() > 0) {
            draft.warning("restore-still-there", stillThere.count());
        }
        if (!backup.complete()) {
            draft.warning("restore-incomplete");
        }
        if (!backup.clusterId().isEmpty() && !backup.clusterId().equals(draft.clusterId())) {
            draft.warning("restore-elsewhere", backup.destination(), backup.clusterId());
        }
        return draft.plan(
                restore,
                new Effect(Unit.MESSAGES, survey.count(), true, OptionalLong.of(survey.bytes())),
                Reversal.NOT_NEEDED);
    }

    /// What goes to another place is all sent: what lies there is not it.
    private StillThere stillThere(RestoreBackup restore)
            throws ConnectorException, InterruptedException {
        return restore.to().isPresent()
                ? StillThere.NONE
                : StillThere.find(
                        cluster,
                        TopicExtent.read(cluster.link(), restore.target()),
                        restore.backup());
    }

    private static void checkMadeHere(RestoreBackup restore, String clusterId)
            throws ConnectorException {
        Backup backup = restore.backup();
        if (restore.to().isEmpty() && !backup.clusterId().equals(clusterId)) {
            throw KafkaProblems.exception(
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
        Target target = cluster.writable(restore.target());
        StillThere stillThere = stillThere(restore);
        ProgressGroup group = ProgressGroup.ofRestore(backup.id());
        RestoreRun run = new RestoreRun(cluster, target, execution, plan.effect().count());
        // In this order: an earlier run that still lives is fenced before its progress is read.
        try (TransactionalSender sender =
                        Undisturbed.run(
                                () -> TransactionalSender.open(cluster, group, restore.target()));
                MessageStream kept = KeptMessages.open(backup, cluster.batch())) {
            run.run(kept, stillThere, progress(cluster, restore), sender);
        }
        if (run.finished()) {
            Undisturbed.run(
                    () -> {
                        group.remove(cluster.link());
                        return true;
                    });
        }
        return run.outcome();
    }

    /// How many messages of the backup, in its order, an earlier run is done with.
    private static long progress(Cluster cluster, RestoreBackup restore)
            throws ConnectorException, InterruptedException {
        return ProgressGroup.ofRestore(restore.backup().id())
                .read(cluster.link())
                .getOrDefault(place(restore.target()), 0L);
    }

    /// Where the progress of a restore is kept: a count of messages of the backup, under a partition every topic has.
    static TopicPartition place(String topic) {
        return new TopicPartition(topic, 0);
    }
}
