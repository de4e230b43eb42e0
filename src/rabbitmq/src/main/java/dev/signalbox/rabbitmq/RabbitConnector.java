package dev.signalbox.rabbitmq;

import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.MessageStream;
import dev.signalbox.core.model.Snapshot;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.port.Connector;
import dev.signalbox.core.port.Details;
import dev.signalbox.core.port.Execution;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.Subject;
import dev.signalbox.core.problem.ConnectorException;

/// A live link to one RabbitMQ.
final class RabbitConnector implements Connector {
    private final Server server;
    private final SnapshotReader snapshots;
    private final Inspector inspector;
    private final ReplayAction replays;

    RabbitConnector(Server server) {
        this.server = server;
        this.snapshots = new SnapshotReader(server, server.clock());
        this.inspector = new Inspector(server);
        this.replays = new ReplayAction(server);
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
        return new QueueBrowser(server).browse(destination, selection, limit);
    }

    @Override
    public Plan plan(Action action) throws ConnectorException, InterruptedException {
        return switch (action) {
            case Action.PurgeDestination purge -> new PurgeAction(server).plan(purge);
            case Action.ReplayDeadLetters replay -> replays.plan(replay);
            case Action.PublishMessage publish -> new PublishAction(server).plan(publish);
            case Action.RestoreBackup restore -> new RestoreAction(server).plan(restore);
            case Action.ResetOffsets _, Action.RollbackTransaction _, Action.CommitTransaction _ ->
                    throw Capabilities.refused(action.kind());
        };
    }

    @Override
    public Outcome execute(Plan plan, Execution execution)
            throws ConnectorException, InterruptedException {
        server.checkMadeHere(plan);
        return switch (plan.action()) {
            case Action.PurgeDestination purge ->
                    new PurgeAction(server).execute(plan, purge, execution);
            case Action.ReplayDeadLetters replay -> replays.execute(plan, replay, execution);
            case Action.PublishMessage publish -> new PublishAction(server).execute(publish);
            case Action.RestoreBackup restore ->
                    new RestoreAction(server).execute(plan, restore, execution);
            case Action.ResetOffsets _, Action.RollbackTransaction _, Action.CommitTransaction _ ->
                    throw Capabilities.refused(plan.action().kind());
        };
    }

    @Override
    public void close() {
        server.close();
    }
}
