package dev.signalbox.seata;

import static dev.signalbox.seata.problem.SeataTexts.text;

import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.MessageStream;
import dev.signalbox.core.model.ServerInfo;
import dev.signalbox.core.model.Snapshot;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.port.Connector;
import dev.signalbox.core.port.Details;
import dev.signalbox.core.port.Execution;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.Subject;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.seata.action.Ending;
import dev.signalbox.seata.action.Executor;
import dev.signalbox.seata.action.Planner;
import dev.signalbox.seata.console.ConsoleReader;
import dev.signalbox.seata.console.ConsoleReader.Picture;
import dev.signalbox.seata.problem.SeataProblems;
import dev.signalbox.seata.rpc.TcClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// One coordinator: read over its HTTP console, acted on over its RPC.
final class SeataConnector implements Connector {

    /// Long enough for a service that has to be restarted, short enough for an operator who waits.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Clock clock;
    private final String clusterId;
    private final ConsoleReader console;
    private final TcClient rpc;
    private final RpcHealth health;
    private final Planner planner;
    private final Executor executor;

    SeataConnector(SeataSettings settings, Clock clock) {
        this(settings, clock, PATIENCE);
    }

    /// @param patience how long a transaction is watched after a request to end it
    SeataConnector(SeataSettings settings, Clock clock, Duration patience) {
        this.clock = clock;
        // A coordinator has no identity of its own that it would tell. Its RPC address is what
        // every client's
        // configuration knows it by, and an XID is known to no other coordinator, so a plan that
        // reaches the
        // wrong one behind the same address finds no transaction there.
        this.clusterId = "seata:" + settings.server();
        this.console = new ConsoleReader(settings.console(), settings.credentials());
        this.rpc = new TcClient(settings.server(), settings.group());
        this.health = new RpcHealth(rpc, clock);
        this.planner = new Planner(console, rpc, clusterId, clock);
        this.executor = new Executor(console, rpc, clusterId, patience);
    }

    @Override
    public Snapshot poll() throws ConnectorException, InterruptedException {
        Instant takenAt = clock.instant();
        long begin = System.nanoTime();
        Picture picture = console.all();
        RpcHealth.State state = health.check();
        List<Problem> gaps = new ArrayList<>(picture.gaps());
        state.problem().ifPresent(gaps::add);
        return new Snapshot(
                takenAt,
                Duration.ofNanos(System.nanoTime() - begin),
                new ServerInfo(text("product"), state.version(), clusterId, List.of(rpc.address())),
                List.of(),
                List.of(),
                picture.transactions(),
                Capabilities.given(state.problem()),
                gaps);
    }

    @Override
    public Plan plan(Action action) throws ConnectorException, InterruptedException {
        return planner.plan(ending(action), action);
    }

    @Override
    public Outcome execute(Plan plan, Execution execution)
            throws ConnectorException, InterruptedException {
        return executor.execute(ending(plan.action()), plan, execution);
    }

    @Override
    public Details inspect(Subject subject) throws ConnectorException {
        throw SeataProblems.of(ProblemKind.UNSUPPORTED, "unsupported.inspect");
    }

    @Override
    public MessageStream browse(String destination, MessageSelection selection, long limit)
            throws ConnectorException {
        throw SeataProblems.of(ProblemKind.UNSUPPORTED, "unsupported.browse");
    }

    @Override
    public void close() {
        rpc.close();
        console.close();
    }

    private static Ending ending(Action action) throws ConnectorException {
        return switch (action) {
            case Action.RollbackTransaction _ -> Ending.ROLLBACK;
            case Action.CommitTransaction _ -> Ending.COMMIT;
            case Action.PurgeDestination _,
                    Action.ReplayDeadLetters _,
                    Action.PublishMessage _,
                    Action.RestoreBackup _,
                    Action.ResetOffsets _ ->
                    throw SeataProblems.unsupported(action.kind());
        };
    }
}
