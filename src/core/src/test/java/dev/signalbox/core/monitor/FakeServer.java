package dev.signalbox.core.monitor;

import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.MessageStream;
import dev.signalbox.core.model.ServerInfo;
import dev.signalbox.core.model.Snapshot;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.port.Connector;
import dev.signalbox.core.port.ConnectorProvider;
import dev.signalbox.core.port.Details;
import dev.signalbox.core.port.Execution;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.Setting;
import dev.signalbox.core.port.Subject;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.profile.Access;
import dev.signalbox.core.profile.Environment;
import dev.signalbox.core.profile.Profile;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// A server that answers as a test says, and the adapter to it.
final class FakeServer implements ConnectorProvider {
    final List<Connection> made = new CopyOnWriteArrayList<>();
    final List<Profile> asked = new CopyOnWriteArrayList<>();
    final AtomicInteger polls = new AtomicInteger();
    private final Clock clock;
    private volatile Answer answer = this::snapshot;
    private volatile Answer connecting = this::snapshot;
    private volatile CountDownLatch mayClose = new CountDownLatch(0);

    /// What a poll does.
    interface Answer {
        Snapshot give() throws ConnectorException, InterruptedException;
    }

    FakeServer(Clock clock) {
        this.clock = clock;
    }

    static Profile profile(String id) {
        return new Profile(
                id, "The " + id, "fake", Environment.TEST, Access.READ_ONLY, Map.of("secret", "?"));
    }

    static Answer failing(ProblemKind kind) {
        return () -> {
            throw new ConnectorException(new Problem(kind, kind.name(), ""));
        };
    }

    void answer(Answer next) {
        answer = next;
    }

    void answerConnecting(Answer next) {
        connecting = next;
    }

    /// Closing a connector takes until this latch opens.
    void closeOnlyAfter(CountDownLatch latch) {
        mayClose = latch;
    }

    void recover() {
        answer = this::snapshot;
        connecting = this::snapshot;
    }

    Snapshot snapshot() {
        return new Snapshot(
                clock.instant(),
                Duration.ZERO,
                new ServerInfo("Fake", "1", "cluster", List.of()),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of());
    }

    @Override
    public String type() {
        return "fake";
    }

    @Override
    public String displayName() {
        return "Fake";
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    @Override
    public Connector connect(Profile profile) throws ConnectorException, InterruptedException {
        asked.add(profile);
        connecting.give();
        Connection connection = new Connection();
        made.add(connection);
        return connection;
    }

    final class Connection implements Connector {
        final AtomicInteger closings = new AtomicInteger();

        @Override
        public Snapshot poll() throws ConnectorException, InterruptedException {
            polls.incrementAndGet();
            return answer.give();
        }

        @Override
        public Details inspect(Subject subject) {
            return new Details.DestinationDetails(Map.of("subject", subject.toString()));
        }

        @Override
        public MessageStream browse(String destination, MessageSelection selection, long limit)
                throws ConnectorException {
            throw new ConnectorException(
                    new Problem(ProblemKind.NOT_FOUND, destination, Long.toString(limit)));
        }

        @Override
        public Plan plan(Action action) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Outcome execute(Plan plan, Execution execution) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            while (mayClose.getCount() > 0) {
                LockSupport.parkNanos(1_000_000);
            }
            closings.incrementAndGet();
        }
    }
}
