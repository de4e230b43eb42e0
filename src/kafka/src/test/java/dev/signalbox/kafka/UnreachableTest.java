package dev.signalbox.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.signalbox.core.port.Connector;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/// What an operator is told when the profile points to the wrong place.
class UnreachableTest {
    private static final Duration AT_MOST = Duration.ofSeconds(60);

    @Test
    void aPortWhereNothingListensIsToldAtOnce() throws Exception {
        int port;
        try (ServerSocket socket = TestBroker.free()) {
            port = socket.getLocalPort();
        }

        Problem problem = problemOf("127.0.0.1:" + port);

        assertThat(problem.kind()).isEqualTo(ProblemKind.UNREACHABLE);
        assertThat(problem.summary()).contains("127.0.0.1:" + port);
        assertThat(problem.remedy()).isNotBlank();
    }

    @Test
    void aNameThatDoesNotResolveIsToldAsSuch() throws Exception {
        Problem problem = problemOf("broker.invalid:9092");

        assertThat(problem.kind()).isEqualTo(ProblemKind.UNREACHABLE);
        assertThat(problem.summary()).contains("broker.invalid").contains("resolve");
    }

    @Test
    void aServerThatNeverAnswersIsTold() throws Exception {
        try (FakeServer silent = FakeServer.silent()) {
            Problem problem = problemOf(silent.address());

            assertThat(problem.kind()).isEqualTo(ProblemKind.TIMEOUT);
            assertThat(problem.summary()).contains(silent.address());
        }
    }

    @Test
    void anHttpServerIsCalledByItsName() throws Exception {
        HttpServer http =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.start();
        try {
            Problem problem = problemOf("127.0.0.1:" + http.getAddress().getPort());

            assertThat(problem.kind()).isEqualTo(ProblemKind.INVALID);
            assertThat(problem.summary()).contains("HTTP");
        } finally {
            http.stop(0);
        }
    }

    @Test
    void aRabbitNodeIsCalledByItsName() throws Exception {
        try (FakeServer rabbit = FakeServer.saying("AMQP\0\0\11\1")) {
            assertThat(problemOf(rabbit.address()).summary()).contains("AMQP");
        }
    }

    @Test
    void aTlsPortAskedInTheClearSaysSo() throws Exception {
        try (FakeServer tls = FakeServer.saying("\u0015\u0003\u0003\0\2\2\50")) {
            Problem problem = problemOf(tls.address());

            assertThat(problem.kind()).isEqualTo(ProblemKind.INVALID);
            assertThat(problem.remedy()).contains("SSL");
        }
    }

    @Test
    void aServerOfAnUnknownKindIsNoBroker() throws Exception {
        try (FakeServer other = FakeServer.saying("220 mail.example.org ESMTP")) {
            Problem problem = problemOf(other.address());

            assertThat(problem.kind()).isEqualTo(ProblemKind.INVALID);
            assertThat(problem.summary()).contains("Kafka");
        }
    }

    @Test
    void aServerThatHangsUpIsNotCalledABroker() throws Exception {
        try (FakeServer other = FakeServer.saying("")) {
            assertThat(problemOf(other.address()).kind()).isEqualTo(ProblemKind.TIMEOUT);
        }
    }

    @Test
    void aBrokerWithoutTlsAskedForTlsSaysSo() throws Exception {
        Problem problem =
                problemOf(
                        Map.of(
                                "bootstrap.servers",
                                TestBroker.shared().address(),
                                "security.protocol",
                                "SSL"));

        assertThat(problem.kind()).isEqualTo(ProblemKind.INVALID);
        assertThat(problem.remedy()).contains("PLAINTEXT");
    }

    @Test
    void aBrokerWithoutLoginAskedForOneRefusesIt() throws Exception {
        Problem problem =
                problemOf(
                        Map.of(
                                "bootstrap.servers",
                                TestBroker.shared().address(),
                                "security.protocol",
                                "SASL_PLAINTEXT",
                                "sasl.mechanism",
                                "PLAIN",
                                "sasl.jaas.config",
                                "org.apache.kafka.common.security.plain.PlainLoginModule"
                                        + " required username=\"u\" password=\"hush\";"));

        assertThat(problem.kind()).isEqualTo(ProblemKind.AUTHENTICATION);
        assertThat(problem.toString()).doesNotContain("hush");
    }

    @Test
    void propertiesThatMakeNoSenseAreTold() throws Exception {
        Problem problem =
                problemOf(
                        Map.of(
                                "bootstrap.servers",
                                TestBroker.shared().address(),
                                "request.timeout.ms",
                                "soon"));

        assertThat(problem.kind()).isEqualTo(ProblemKind.INVALID);
        assertThat(problem.summary()).contains("request.timeout.ms");
    }

    @Test
    void oneGoodAddressIsEnough() throws Exception {
        String addresses = "broker.invalid:9092," + TestBroker.shared().address();
        Connector connector =
                new KafkaConnectorProvider()
                        .connect(KafkaFixture.profile(Map.of("bootstrap.servers", addresses)));

        assertThat(connector.poll().server().clusterId()).isNotEmpty();
        connector.close();
    }

    @Test
    void waitingForAnAnswerCanBeInterrupted() throws Exception {
        try (FakeServer silent = FakeServer.silent()) {
            Connector connector = connector(Map.of("bootstrap.servers", silent.address()));
            AtomicReference<Throwable> thrown = new AtomicReference<>();
            Thread poll =
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        try {
                                            connector.poll();
                                        } catch (ConnectorException | InterruptedException e) {
                                            thrown.set(e);
                                        }
                                    });
            poll.interrupt();

            assertThat(poll.join(AT_MOST)).isTrue();

            // Had it waited for the time-out, it would tell of that.
            assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
        }
    }

    private static Problem problemOf(String address) throws Exception {
        return problemOf(Map.of("bootstrap.servers", address));
    }

    /// What a poll tells.
    private static Problem problemOf(Map<String, String> settings) throws Exception {
        Connector connector = connector(settings);
        AtomicReference<Problem> told = new AtomicReference<>();
        try {
            assertThatThrownBy(connector::poll)
                    .isInstanceOfSatisfying(ConnectorException.class, e -> told.set(e.problem()));
        } finally {
            connector.close();
        }
        return Objects.requireNonNull(told.get());
    }

    private static Connector connector(Map<String, String> settings) throws Exception {
        return new KafkaConnectorProvider().connect(KafkaFixture.profile(settings));
    }
}
