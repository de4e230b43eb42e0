package dev.signalbox.seata.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.seata.lab.FakeServer;
import dev.signalbox.seata.lab.Lab;
import dev.signalbox.seata.lab.Ports;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Addresses with no console behind them.
@Timeout(120)
class ConsoleUnreachableTest {
    /// Where nothing but the end of patience is waited for.
    private static final Duration SHORT = Duration.ofMillis(700);

    /// Where a busy machine has to come to an answer.
    private static final Duration LONG = Duration.ofSeconds(60);

    @Test
    void aPortWhereNobodyListens() {
        assertProblem("http://127.0.0.1:" + Ports.free(), ProblemKind.UNREACHABLE, "refused");
    }

    @Test
    void aHostThatNobodyKnows() {
        assertProblem("http://seata.invalid:7091", ProblemKind.UNREACHABLE, "not known");
    }

    @Test
    void aPortThatTakesTheRequestAndSaysNothing() throws Exception {
        try (FakeServer server = FakeServer.silent()) {
            assertProblem(at(server), ProblemKind.TIMEOUT, "did not answer in time");
        }
    }

    @Test
    void theRpcPortOfARealCoordinator() throws Exception {
        assertProblem(
                "http://" + Lab.fileServer().rpc(), ProblemKind.TIMEOUT, "did not answer in time");
    }

    @Test
    void aPortThatHangsUp() throws Exception {
        try (FakeServer server = FakeServer.hangingUp()) {
            assertProblem(at(server), ProblemKind.UNREACHABLE, "closed the connection");
        }
    }

    @Test
    void aPortThatSpeaksAnotherProtocol() throws Exception {
        try (FakeServer server = FakeServer.saying("SSH-2.0-OpenSSH_9.6\r\n\r\n")) {
            assertProblem(at(server), ProblemKind.INVALID, "does not speak HTTP");
        }
    }

    @Test
    void aConsoleWithoutTlsReachedByHttps() throws Exception {
        String address = "https://127.0.0.1:" + Lab.fileServer().consolePort();
        assertProblem(address, ProblemKind.INVALID, "secure connection");
    }

    @Test
    void anAnswerThatNeverEndsIsCutOff() throws Exception {
        String head = "HTTP/1.1 200 OK\r\nContent-Length: 9000000000\r\n\r\n";
        try (FakeServer server = FakeServer.saying(head + "x".repeat(1 << 20))) {
            assertProblem(at(server), ProblemKind.TIMEOUT, "did not answer in time");
        }
    }

    private static void assertProblem(String address, ProblemKind kind, String words) {
        Duration patience = kind == ProblemKind.TIMEOUT ? SHORT : LONG;
        ConsoleHttp http = new ConsoleHttp(URI.create(address), patience);
        try (ConsoleReader reader = new ConsoleReader(http, Optional.empty())) {
            Problem problem = catchThrowableOfType(ConnectorException.class, reader::all).problem();
            assertThat(problem.summary()).contains(address).contains(words);
            assertThat(problem.kind()).isEqualTo(kind);
            assertThat(problem.remedy()).contains("\"console\"");
        }
    }

    private static String at(FakeServer server) {
        return "http://127.0.0.1:" + server.port();
    }
}
