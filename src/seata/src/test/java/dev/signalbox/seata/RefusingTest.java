package dev.signalbox.seata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.TransactionStatus;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.port.Connector;
import dev.signalbox.core.port.OffsetTarget;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.Subject;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.seata.lab.Lab;
import dev.signalbox.seata.lab.Profiles;
import dev.signalbox.seata.lab.SeataServer;
import dev.signalbox.seata.lab.SilentExecution;
import dev.signalbox.seata.rpc.HandMadeService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.seata.core.model.BranchType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is not done, and why.
@Timeout(60)
class RefusingTest {

    private static final String RESOURCE = "refusing";
    private static final int MINUTE = 60_000;

    @Test
    void aTransactionThatIsNotThere() throws Exception {
        try (Connector connector = PollTest.connect(Lab.fileServer())) {
            Problem problem =
                    EndingTest.refused(
                            connector, new Action.RollbackTransaction("192.0.2.1:8091:1"));
            assertThat(problem.kind()).isEqualTo(ProblemKind.NOT_FOUND);
            assertThat(problem.summary()).contains("192.0.2.1:8091:1");
        }
    }

    @Test
    void aTransactionThatHasEndedSinceItWasPlanned() throws Exception {
        SeataServer server = Lab.fileServer();
        try (HandMadeService service = new HandMadeService(server.rpcPort(), "order", RESOURCE);
                Connector connector = PollTest.connect(server)) {
            String xid = service.begin("ends-early", MINUTE);
            Plan plan = connector.plan(new Action.RollbackTransaction(xid));
            service.commit(xid);
            PollTest.awaitGone(connector, xid);

            Problem problem = refused(connector, plan);

            assertThat(problem.kind()).isEqualTo(ProblemKind.NOT_FOUND);
            assertThat(problem.summary()).contains(xid);
        }
    }

    @Test
    void aTransactionThatSomebodyElseIsEnding() throws Exception {
        SeataServer server = Lab.fileServer();
        try (HandMadeService service = new HandMadeService(server.rpcPort(), "order", RESOURCE);
                Connector connector = PollTest.connect(server)) {
            service.answer(_ -> Optional.empty());
            String xid = service.begin("somebody-else", MINUTE);
            service.branch(xid, BranchType.TCC, RESOURCE, "");
            Plan plan = connector.plan(new Action.CommitTransaction(xid));
            Thread.ofVirtual().start(() -> rollbackQuietly(service, xid));
            await().until(
                            () ->
                                    PollTest.find(connector.poll(), xid).status()
                                            == TransactionStatus.ROLLBACKING);

            Problem problem = refused(connector, plan);

            assertThat(problem.kind()).isEqualTo(ProblemKind.CONFLICT);
            assertThat(problem.summary()).contains("is being rolled back");
            assertThat(EndingTest.refused(connector, plan.action()).summary())
                    .isEqualTo(problem.summary());
        }
    }

    @Test
    void aPlanThatWasMadeOnAnotherCoordinator() throws Exception {
        SeataServer one = Lab.fileServer();
        try (HandMadeService service = new HandMadeService(one.rpcPort(), "order", RESOURCE);
                Connector connector = PollTest.connect(one);
                Connector other = PollTest.connect(Lab.databaseServer())) {
            String xid = service.begin("elsewhere", MINUTE);
            Plan plan = connector.plan(new Action.RollbackTransaction(xid));

            Problem problem = refused(other, plan);

            assertThat(problem.kind()).isEqualTo(ProblemKind.CONFLICT);
            assertThat(problem.summary()).contains(one.rpc(), Lab.databaseServer().rpc());
            assertThat(PollTest.find(connector.poll(), xid).status())
                    .isEqualTo(TransactionStatus.BEGIN);
            service.rollback(xid);
        }
    }

    @Test
    void aProfileWithTheConsoleOfOneCoordinatorAndTheRpcOfAnother() throws Exception {
        SeataServer shown = Lab.fileServer();
        Map<String, String> mixed =
                Profiles.with(shown.settings(), "server", Lab.databaseServer().rpc());
        try (HandMadeService service = new HandMadeService(shown.rpcPort(), "order", RESOURCE);
                Connector connector = new SeataConnectorProvider().connect(Profiles.of(mixed))) {
            String xid = service.begin("mixed-up", MINUTE);

            Problem problem = EndingTest.refused(connector, new Action.RollbackTransaction(xid));

            assertThat(problem.kind()).isEqualTo(ProblemKind.CONFLICT);
            assertThat(problem.summary())
                    .contains(shown.console(), Lab.databaseServer().rpc(), "disagree");
            service.rollback(xid);
        }
    }

    @Test
    void whateverIsAboutMessages() throws Exception {
        try (Connector connector = PollTest.connect(Lab.fileServer())) {
            for (Action action :
                    List.of(
                            new Action.PurgeDestination("q", new MessageSelection.All()),
                            new Action.ReplayDeadLetters(
                                    "q", new MessageSelection.All(), Optional.empty(), false),
                            new Action.PublishMessage(
                                    "q", OptionalInt.empty(), null, null, List.of()),
                            new Action.ResetOffsets("g", List.of(), new OffsetTarget.Earliest()))) {
                Problem problem = EndingTest.refused(connector, action);
                assertThat(problem.kind()).isEqualTo(ProblemKind.UNSUPPORTED);
                assertThat(problem.summary()).isNotBlank().doesNotContain("!");
            }
            assertThat(
                            catchThrowableOfType(
                                            ConnectorException.class,
                                            () ->
                                                    connector.browse(
                                                            "q", new MessageSelection.All(), 1))
                                    .problem()
                                    .kind())
                    .isEqualTo(ProblemKind.UNSUPPORTED);
            assertThat(
                            catchThrowableOfType(
                                            ConnectorException.class,
                                            () -> connector.inspect(new Subject.OfGroup("g")))
                                    .problem()
                                    .kind())
                    .isEqualTo(ProblemKind.UNSUPPORTED);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "server,'',host and a port",
        "server,seata,host and a port",
        "server,http://seata:8091,host and a port",
        "console,'',not an HTTP address",
        "console,seata:7091,not an HTTP address",
        "console,ftp://seata:7091,not an HTTP address",
        "console,http://seata:7091/?a=b,not an HTTP address",
        "console,http://seata:70910,not an HTTP address",
        "console,http://me:secret@seata:7091,not an HTTP address",
        "console,'http://se ata',not an HTTP address"
    })
    void aProfileWithSettingsThatAreNone(String key, String value, String words) {
        Map<String, String> good = Map.of("server", "seata:8091", "console", "http://seata:7091/");
        Problem problem =
                catchThrowableOfType(
                                ConnectorException.class,
                                () ->
                                        SeataSettings.of(
                                                Profiles.of(Profiles.with(good, key, value))))
                        .problem();
        assertThat(problem.kind()).isEqualTo(ProblemKind.INVALID);
        assertThat(problem.summary()).contains("\"" + key + "\"", words);
        assertThat(problem.remedy()).isNotBlank();
        assertThat(problem.toString()).doesNotContain("secret");
    }

    @Test
    void theFormAsksForWhatTheSettingsRead() {
        assertThat(new SeataConnectorProvider().settings())
                .allSatisfy(setting -> assertThat(setting.label()).doesNotContain("!"))
                .extracting(
                        s ->
                                s.key()
                                        + (s.required() ? " required" : "")
                                        + (s.secret() ? " secret" : ""))
                .containsExactly(
                        "server required", "console required", "user", "password secret", "group");
    }

    private static Problem refused(Connector connector, Plan plan) {
        return catchThrowableOfType(
                        ConnectorException.class,
                        () -> connector.execute(plan, new SilentExecution()))
                .problem();
    }

    private static void rollbackQuietly(HandMadeService service, String xid) {
        try {
            service.rollback(xid);
        } catch (Exception e) {
            // The test ends before the coordinator answers.
        }
    }
}
