package dev.signalbox.seata.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.signalbox.core.model.TransactionStatus;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.seata.lab.FakeServer;
import dev.signalbox.seata.lab.Lab;
import dev.signalbox.seata.lab.Ports;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.seata.core.model.BranchType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The RPC towards a real coordinator, and towards what is none.
@Timeout(120)
class TcClientTest {

    /// Where nothing but the end of patience is waited for.
    private static final Duration SHORT = Duration.ofMillis(300);

    /// Where a busy machine has to come to an answer.
    private static final Duration LONG = Duration.ofSeconds(60);

    @Test
    void aCoordinatorTellsItsVersion() throws Exception {
        try (TcClient client = client(Lab.fileServer().rpcPort())) {
            assertThat(client.version()).isEqualTo("2.0.0");
        }
    }

    @Test
    void anUnknownTransactionIsFinishedForTheCoordinator() throws Exception {
        try (TcClient client = client(Lab.fileServer().rpcPort())) {
            assertThat(client.status("192.0.2.1:8091:1")).isEqualTo(TransactionStatus.FINISHED);
        }
    }

    @Test
    void manyThreadsShareOneConnectionAndEachGetsItsOwnAnswer() throws Exception {
        int port = Lab.fileServer().rpcPort();
        try (TcClient client = client(port);
                HandMadeService service = new HandMadeService(port, "many", "many");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            String running = service.begin("many-threads", 60_000);
            List<Future<TransactionStatus>> known = new ArrayList<>();
            List<Future<TransactionStatus>> unknown = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                Callable<TransactionStatus> ofRunning = () -> client.status(running);
                Callable<TransactionStatus> ofUnknown = () -> client.status("192.0.2.1:8091:2");
                known.add(threads.submit(ofRunning));
                unknown.add(threads.submit(ofUnknown));
            }
            for (Future<TransactionStatus> status : known) {
                assertThat(status.get()).isEqualTo(TransactionStatus.BEGIN);
            }
            for (Future<TransactionStatus> status : unknown) {
                assertThat(status.get()).isEqualTo(TransactionStatus.FINISHED);
            }
            service.rollback(running);
        }
    }

    @Test
    void aLostConnectionIsMadeAgainByTheNextRequest() throws Exception {
        try (FakeServer server = FakeServer.relayTo(Lab.fileServer().rpcPort());
                TcClient client = client(server.port())) {
            client.version();
            server.dropAll();

            await().ignoreException(ConnectorException.class)
                    .until(() -> client.status("192.0.2.1:8091:4") == TransactionStatus.FINISHED);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void aPortWhereNobodyListensIsUnreachable() {
        assertProblem(Ports.free(), ProblemKind.UNREACHABLE, "refused");
    }

    @Test
    void aHostThatNobodyKnowsIsUnreachable() {
        try (TcClient client = new TcClient(new Endpoint("seata.invalid", 8091), "group")) {
            Problem problem = problemOf(client);
            assertThat(problem.kind()).isEqualTo(ProblemKind.UNREACHABLE);
            assertThat(problem.summary()).contains("seata.invalid:8091", "not known");
            assertThat(problem.remedy()).contains("\"server\"");
        }
    }

    @Test
    void aPortThatTakesTheConnectionAndSaysNothingIsATimeout() throws Exception {
        try (FakeServer server = FakeServer.silent()) {
            assertProblem(server.port(), ProblemKind.TIMEOUT, "did not answer in time");
        }
    }

    @Test
    void aPortThatHangsUpIsUnreachable() throws Exception {
        try (FakeServer server = FakeServer.hangingUp()) {
            assertProblem(server.port(), ProblemKind.UNREACHABLE, "closed the connection");
        }
    }

    @Test
    void aWebServerIsNamedAsOne() throws Exception {
        assertProblem(Lab.fileServer().consolePort(), ProblemKind.INVALID, "speaks HTTP");
    }

    @Test
    void anotherProtocolIsNamedAsOne() throws Exception {
        try (FakeServer server = FakeServer.saying("SSH-2.0-OpenSSH_9.6\r\n")) {
            assertProblem(server.port(), ProblemKind.INVALID, "does not speak Seata's RPC");
        }
    }

    @Test
    void aRequestThatIsWaitingFailsWhenTheConnectionEnds() throws Exception {
        int port = Lab.fileServer().rpcPort();
        try (HandMadeService service = new HandMadeService(port, "mute", "mute");
                FakeServer relay = FakeServer.relayTo(port);
                TcClient client = client(relay.port())) {
            service.answer(_ -> Optional.empty());
            String xid = service.begin("no-answer", 60_000);
            service.branch(xid, BranchType.TCC, "mute", "");

            var answer = client.rollback(xid);
            assertThat(answer).isNotDone();
            relay.dropAll();

            assertThatThrownBy(() -> answer.get(10, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(IOException.class);
        }
    }

    @Test
    void nothingIsSentAfterClosing() throws Exception {
        TcClient client = client(Lab.fileServer().rpcPort());
        client.version();
        client.close();
        client.close();

        await().untilAsserted(
                        () ->
                                assertThat(problemOf(client).kind())
                                        .isEqualTo(ProblemKind.UNREACHABLE));
    }

    private static void assertProblem(int port, ProblemKind kind, String words) {
        Duration patience = kind == ProblemKind.TIMEOUT ? SHORT : LONG;
        try (TcClient client =
                new TcClient(new Endpoint("127.0.0.1", port), "test_tx_group", patience)) {
            Problem problem = problemOf(client);
            assertThat(problem.kind()).isEqualTo(kind);
            assertThat(problem.summary()).contains("127.0.0.1:" + port).contains(words);
            assertThat(problem.remedy()).isNotBlank();
            assertThat(problem.details()).isNotBlank();
        }
    }

    private static Problem problemOf(TcClient client) {
        return catchThrowableOfType(ConnectorException.class, client::version).problem();
    }

    private static TcClient client(int port) {
        return new TcClient(new Endpoint("127.0.0.1", port), "test_tx_group");
    }
}
