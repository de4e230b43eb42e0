package dev.signalbox.kafka;

import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.model.MessageStream;
import dev.signalbox.core.model.Snapshot;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.port.Connector;
import dev.signalbox.core.port.Details;
import dev.signalbox.core.port.Execution;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.PlanProgress;
import dev.signalbox.core.port.Subject;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A live link to one Kafka cluster.
final class KafkaConnector implements Connector {
    private final AdminLink link;
    private final Cluster cluster;
    private final SnapshotReader snapshots;
    private final Inspector inspector;

    KafkaConnector(KafkaSettings settings, Clock clock, Cluster.Batch batch) {
        this(settings, clock, batch, Rivals.WATCH);
    }

    KafkaConnector(KafkaSettings settings, Clock clock, Cluster.Batch batch, Duration watch) {
        this.link = new AdminLink(settings);
        this.cluster = new Cluster(link, settings, clock, batch, watch);
        this.snapshots = new SnapshotReader(link, clock, settings.rules());
        this.inspector = new Inspector(link);
    }

    @Override
    public Snapshot poll() throws ConnectorException, InterruptedException {
        return snapshots.read();
    }

    @Override
    public Details inspect(Subject subject) throws ConnectorException, InterruptedException {
        return inspector.inspect(subject);
    }

    @Override
    public MessageStream browse(String destination, MessageSelection selection, long limit)
            throws ConnectorException, InterruptedException {
        return cluster.browser().browse(destination, selection, limit);
    }

    @Override
    public Plan plan(Action action) throws ConnectorException, InterruptedException {
        return switch (action) {
            case Action.PurgeDestination purge -> new PurgeAction(cluster).plan(purge);
            case Action.ReplayDeadLetters replay -> new ReplayAction(cluster).plan(replay);
            case Action.PublishMessage publish -> new PublishAction(cluster).plan(publish);
            case Action.RestoreBackup restore -> new RestoreAction(cluster).plan(restore);
            case Action.ResetOffsets reset -> new ResetOffsetsAction(cluster).plan(reset);
            case Action.RollbackTransaction _, Action.CommitTransaction _ ->
                    throw noGlobalTransactions();
        };
    }

    @Override
    public Plan complete(Plan plan, PlanProgress progress)
            throws ConnectorException, InterruptedException {
        return plan.action() instanceof Action.ReplayDeadLetters replay && !plan.effect().exact()
                ? new ReplayAction(cluster).complete(replay, progress)
                : plan;
    }

    @Override
    public Outcome execute(Plan plan, Execution execution)
            throws ConnectorException, InterruptedException {
        cluster.checkMadeHere(plan);
        return switch (plan.action()) {
            case Action.PurgeDestination purge ->
                    new PurgeAction(cluster).execute(purge, execution);
            case Action.ReplayDeadLetters replay ->
                    new ReplayAction(cluster).execute(plan, replay, execution);
            case Action.PublishMessage publish -> new PublishAction(cluster).execute(publish);
            case Action.RestoreBackup restore ->
                    new RestoreAction(cluster).execute(plan, restore, execution);
            case Action.ResetOffsets reset -> new ResetOffsetsAction(cluster).execute(reset);
            case Action.RollbackTransaction _, Action.CommitTransaction _ ->
                    throw noGlobalTransactions();
        };
    }

    @Override
    public Optional<List<Range>> settle(
            UUID actionId, String destination, List<Range> letters, Instant since)
            throws ConnectorException, InterruptedException {
        return new Settlement(cluster, actionId, destination).sent(letters, since);
    }

    private static ConnectorException noGlobalTransactions() {
        return new ConnectorException(
                new Problem(
                        ProblemKind.UNSUPPORTED,
                        KafkaTexts.get("refused.global-transaction"),
                        KafkaTexts.get("refused.global-transaction.remedy")));
    }

    @Override
    public void close() {
        link.close();
    }
}
