package dev.signalbox.seata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalbox.core.model.TransactionStatus;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.port.Connector;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Outcome.Result;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.Plan.Hazard;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.seata.lab.FakeServer;
import dev.signalbox.seata.lab.Lab;
import dev.signalbox.seata.lab.Profiles;
import dev.signalbox.seata.lab.SeataServer;
import dev.signalbox.seata.lab.SilentExecution;
import dev.signalbox.seata.rpc.HandMadeService;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.apache.seata.core.model.BranchStatus;
import org.apache.seata.core.model.BranchType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is said of a request that does not simply succeed. The coordinator is real, the services answer it as the
/// test wants.
@Timeout(90)
class FollowingTest {

    private static final int MINUTE = 60_000;

    @Test
    void aRollBackThatSucceedsAtTheSecondTryIsASuccess() throws Exception {
        Outcome outcome =
                endWith(
                        Action.RollbackTransaction::new,
                        BranchStatus.PhaseTwo_RollbackFailed_Retryable,
                        BranchStatus.PhaseTwo_Rollbacked);

        assertThat(outcome.result()).isEqualTo(Result.SUCCEEDED);
        assertThat(outcome.steps().getFirst().text()).contains("no longer lists it");
    }

    @Test
    void aCommitThatSucceedsAtTheSecondTryIsASuccess() throws Exception {
        Outcome outcome =
                endWith(
                        Action.CommitTransaction::new,
                        BranchStatus.PhaseTwo_CommitFailed_Retryable,
                        BranchStatus.PhaseTwo_Committed);

        assertThat(outcome.result()).isEqualTo(Result.SUCCEEDED);
        assertThat(outcome.steps().getFirst().text()).contains("is committed");
    }

    @Test
    void aCommitThatCannotBeDoneIsAFailure() throws Exception {
        Outcome outcome =
                endWith(
                        Action.CommitTransaction::new,
                        BranchStatus.PhaseTwo_CommitFailed_Unretryable,
                        BranchStatus.PhaseTwo_CommitFailed_Unretryable);

        assertThat(outcome.result()).isEqualTo(Result.FAILED);
        assertThat(outcome.steps().getFirst().problem().orElseThrow().summary())
                .contains("could not be committed");
    }

    @Test
    void aCommitThatIsTriedAgainAndAgainIsToldAsGoingOn() throws Exception {
        Outcome outcome =
                endWith(
                        Action.CommitTransaction::new,
                        BranchStatus.PhaseTwo_CommitFailed_Retryable,
                        BranchStatus.PhaseTwo_CommitFailed_Retryable);

        assertThat(outcome.result()).isEqualTo(Result.PARTIAL);
        Problem problem = outcome.steps().getFirst().problem().orElseThrow();
        assertThat(problem.kind()).isEqualTo(ProblemKind.TIMEOUT);
        assertThat(problem.summary()).contains("still being committed", "COMMIT_RETRYING");
    }

    @Test
    void anInterruptStopsTheWaitingAndSaysThatTheRequestWasSent() throws Exception {
        SeataServer server = Lab.fileServer();
        try (HandMadeService service = new HandMadeService(server.rpcPort(), "mute", "mute-1");
                Connector connector = PollTest.connect(server)) {
            service.answer(_ -> Optional.empty());
            String xid = open(service, "mute-1");
            Plan plan = connector.plan(new Action.RollbackTransaction(xid));
            FutureTask<Outcome> task =
                    new FutureTask<>(() -> connector.execute(plan, new SilentExecution()));
            Thread thread = Thread.ofVirtual().start(task);
            await().until(() -> isRollingBack(connector, xid));

            thread.interrupt();

            Outcome outcome = task.get(5, TimeUnit.SECONDS);
            assertThat(outcome.result()).isEqualTo(Result.CANCELLED);
            assertThat(outcome.done()).isZero();
            assertThat(outcome.steps().getFirst().text())
                    .contains("was sent and is not taken back");
        }
    }

    @ParameterizedTest
    @CsvSource({"true,may or may not be rolled back", "false,may still carry it out"})
    void whatNobodyAnswersAndNobodyCanSeeIsNotTakenForASuccessOrAFailure(boolean lost, String words)
            throws Exception {
        SeataServer server = Lab.fileServer();
        String resource = "mute-" + Lab.row();
        try (HandMadeService service = new HandMadeService(server.rpcPort(), "mute", resource);
                FakeServer rpc = FakeServer.relayTo(server.rpcPort());
                FakeServer console = FakeServer.relayTo(server.consolePort());
                Connector connector = through(server, rpc, console)) {
            service.answer(_ -> Optional.empty());
            String xid = open(service, resource);
            Plan plan = connector.plan(new Action.RollbackTransaction(xid));
            FutureTask<Outcome> outcome =
                    new FutureTask<>(() -> connector.execute(plan, new SilentExecution()));
            Thread.ofVirtual().start(outcome);
            try (Connector watching = PollTest.connect(server)) {
                await().until(() -> isRollingBack(watching, xid));
            }

            console.vanish();
            if (lost) {
                rpc.vanish();
            }

            Outcome told = outcome.get(20, TimeUnit.SECONDS);
            assertThat(told.result()).isEqualTo(Result.PARTIAL);
            Problem problem = told.steps().getFirst().problem().orElseThrow();
            assertThat(problem.kind()).isEqualTo(ProblemKind.TIMEOUT);
            assertThat(problem.summary()).contains(xid, words);
            assertThat(problem.remedy()).contains("XID");
        }
    }

    @Test
    void eachKindOfBranchIsPlannedInItsOwnWords() throws Exception {
        SeataServer server = Lab.fileServer();
        try (HandMadeService service = new HandMadeService(server.rpcPort(), "all", "all");
                Connector connector = PollTest.connect(server)) {
            String xid = service.begin("all-kinds", MINUTE);
            service.branch(xid, BranchType.AT, "all", "t:1");
            service.branch(xid, BranchType.TCC, "all", "");
            service.branch(xid, BranchType.XA, "all", "");
            service.branch(xid, BranchType.SAGA, "all", "");

            Plan plan = connector.plan(new Action.CommitTransaction(xid));

            assertThat(plan.steps())
                    .extracting(step -> step.text().replaceAll("^(\\w+) all .*", "$1"))
                    .containsExactly("AT", "TCC", "XA", "SAGA");
            assertThat(plan.hazards())
                    .extracting(Hazard::code)
                    .contains("saga-running", "tcc-call", "xa-prepared", "business-running");
            service.rollback(xid);
        }
    }

    /// Ends a transaction with one TCC branch whose service answers once so and then otherwise.
    private static Outcome endWith(
            Function<String, Action> ending, BranchStatus first, BranchStatus then)
            throws Exception {
        SeataServer server = Lab.fileServer();
        String resource = "tcc-" + Lab.row();
        // What never changes is waited for in vain; what does may take its time on a busy machine.
        Duration patience = first == then ? Duration.ofSeconds(4) : Duration.ofMinutes(1);
        try (HandMadeService service = new HandMadeService(server.rpcPort(), "tcc", resource);
                Connector connector =
                        new SeataConnector(
                                SeataSettings.of(Profiles.of(server.settings())),
                                Clock.systemUTC(),
                                patience)) {
            AtomicBoolean asked = new AtomicBoolean();
            service.answer(_ -> Optional.of(asked.getAndSet(true) ? then : first));
            Plan plan = connector.plan(ending.apply(open(service, resource)));
            return connector.execute(plan, new SilentExecution());
        }
    }

    private static String open(HandMadeService service, String resource) throws Exception {
        String xid = service.begin("following", MINUTE);
        service.branch(xid, BranchType.TCC, resource, "");
        return xid;
    }

    private static boolean isRollingBack(Connector connector, String xid) throws Exception {
        return PollTest.find(connector.poll(), xid).status() == TransactionStatus.ROLLBACKING;
    }

    private static Connector through(SeataServer server, FakeServer rpc, FakeServer console)
            throws Exception {
        Map<String, String> settings =
                Profiles.with(
                        Profiles.with(server.settings(), "server", "127.0.0.1:" + rpc.port()),
                        "console",
                        "http://127.0.0.1:" + console.port());
        return new SeataConnector(
                SeataSettings.of(Profiles.of(settings)), Clock.systemUTC(), Duration.ofSeconds(3));
    }
}
