package dev.signalbox.kafka;

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
import dev.signalbox.core.problem.ProblemKind;
import java.time.Clock;

/// A live link to one Kafka cluster.
final class KafkaConnector implements Connector {
    private final AdminLink link;
    private final SnapshotReader snapshots;
    private final Inspector inspector;
    private final KafkaBrowser browser;

    KafkaConnector(KafkaSettings settings, Clock clock) {
        this.link = new AdminLink(settings);
        this.snapshots = new SnapshotReader(link, clock);
        this.inspector = new Inspector(link);
        this.browser = new KafkaBrowser(link, settings);
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
        return browser.browse(destination, selection, limit);
    }

    @Override
    public Plan plan(Action action) throws ConnectorException, InterruptedException {
        throw KafkaProblems.exception(
                ProblemKind.UNSUPPORTED, "action.unsupported", action.kind().name());
    }

    @Override
    public Outcome execute(Plan plan, Execution execution)
            throws ConnectorException, InterruptedException {
        throw KafkaProblems.exception(
                ProblemKind.UNSUPPORTED, "action.unsupported", plan.action().kind().name());
    }

    @Override
    public void close() {
        link.close();
    }
}
