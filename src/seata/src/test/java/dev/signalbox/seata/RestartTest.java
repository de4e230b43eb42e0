package dev.signalbox.seata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.model.Snapshot;
import dev.signalbox.core.model.Support;
import dev.signalbox.core.model.TransactionStatus;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.port.Connector;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.seata.lab.FakeServer;
import dev.signalbox.seata.lab.Lab;
import dev.signalbox.seata.lab.Profiles;
import dev.signalbox.seata.lab.SeataServer;
import dev.signalbox.seata.lab.SilentExecution;
import dev.signalbox.seata.rpc.HandMadeService;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A coordinator that goes and comes back while it is polled.
@Timeout(120)
class RestartTest {

    @Test
    void aCoordinatorThatGoesIsToldAndOneThatComesBackIsUsedAgain() throws Exception {
        SeataServer server = Lab.databaseServer();
        try (Connector connector = PollTest.connect(server)) {
            String xid;
            try (HandMadeService service =
                    new HandMadeService(server.rpcPort(), "order", "restart")) {
                xid = service.begin("outlives-the-coordinator", 600_000);
            }
            PollTest.find(connector.poll(), xid);

            server.kill();
            try {
                Problem problem =
                        catchThrowableOfType(ConnectorException.class, connector::poll).problem();
                assertThat(problem.kind()).isEqualTo(ProblemKind.UNREACHABLE);
                assertThat(problem.summary()).contains(server.console());
                assertThat(
                                EndingTest.refused(connector, new Action.RollbackTransaction(xid))
                                        .kind())
                        .isEqualTo(ProblemKind.UNREACHABLE);
            } finally {
                server.start();
            }

            assertThat(PollTest.find(connector.poll(), xid).status())
                    .isEqualTo(TransactionStatus.BEGIN);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(
                            () ->
                                    assertThat(
                                                    connector
                                                            .poll()
                                                            .capabilities()
                                                            .get(ActionKind.ROLLBACK))
                                            .isEqualTo(new Support.Offered()));
            Outcome outcome =
                    connector.execute(
                            connector.plan(new Action.RollbackTransaction(xid)),
                            new SilentExecution());
            assertThat(outcome.result()).isEqualTo(Outcome.Result.SUCCEEDED);
        }
    }

    @Test
    void aCoordinatorWhoseRpcIsOutOfReachIsShownAndCannotBeActedOn() throws Exception {
        SeataServer server = Lab.fileServer();
        FakeServer rpc = FakeServer.relayTo(server.rpcPort());
        try (rpc;
                Connector connector =
                        new SeataConnectorProvider()
                                .connect(
                                        Profiles.of(
                                                Profiles.with(
                                                        server.settings(),
                                                        "server",
                                                        "127.0.0.1:" + rpc.port())))) {
            assertThat(connector.poll().gaps()).isEmpty();

            rpc.vanish();

            await().untilAsserted(() -> assertThat(connector.poll().gaps()).hasSize(1));
            Snapshot snapshot = connector.poll();
            assertThat(snapshot.gaps().getFirst().kind()).isEqualTo(ProblemKind.UNREACHABLE);
            assertThat(snapshot.gaps().getFirst().summary()).contains("127.0.0.1:" + rpc.port());
            assertThat(snapshot.server().version()).as("as last known").isEqualTo("2.0.0");
            assertThat(snapshot.capabilities().get(ActionKind.COMMIT))
                    .isEqualTo(new Support.Refused(snapshot.gaps().getFirst().summary()));
        }
    }
}
