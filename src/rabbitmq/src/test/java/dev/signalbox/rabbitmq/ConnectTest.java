package dev.signalbox.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.model.Snapshot;
import dev.signalbox.core.model.Support;
import dev.signalbox.core.port.Connector;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The first connect, on a real node: each wrong thing tells what it is.
class ConnectTest {
    private static final RabbitNode NODE = RabbitNode.shared();

    private final RabbitFixture rabbit = new RabbitFixture(NODE);

    @AfterEach
    void closeFixture() {
        rabbit.close();
    }

    private Snapshot poll(Map<String, String> settings)
            throws ConnectorException, InterruptedException {
        try (Connector connector =
                new RabbitConnectorProvider().connect(rabbit.profile(settings))) {
            return connector.poll();
        }
    }

    private Problem problem(Map<String, String> settings) {
        Problem[] found = new Problem[1];
        assertThatThrownBy(() -> poll(settings))
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        e -> {
                            found[0] = e.problem();
                            assertThat(e.problem().summary()).isNotBlank().doesNotContain("!");
                            assertThat(e.problem().remedy()).isNotBlank().doesNotContain("!");
                        });
        return found[0];
    }

    private static String uri(int port, String rest) {
        return "amqp://guest:guest@127.0.0.1:" + port + rest;
    }

    @Test
    void aServerTellsWhatItIs() throws Exception {
        Snapshot snapshot = poll(Map.of());

        assertThat(snapshot.server().product()).isEqualTo("RabbitMQ");
        assertThat(snapshot.server().version()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(snapshot.server().clusterId()).endsWith("//").hasSizeGreaterThan(3);
        assertThat(snapshot.server().nodes()).containsExactly("shared@localhost");
        assertThat(snapshot.gaps()).isEmpty();
        for (ActionKind kind :
                List.of(
                        ActionKind.PURGE,
                        ActionKind.REPLAY,
                        ActionKind.PUBLISH,
                        ActionKind.RESTORE)) {
            assertThat(snapshot.capabilities()).containsEntry(kind, new Support.Offered());
        }
        assertThat(snapshot.capabilities().values())
                .filteredOn(Support.Refused.class::isInstance)
                .hasSize(3)
                .noneMatch(refused -> refused.toString().contains("!"));
    }

    @Test
    void aPortThatSpeaksHttpIsNamed() {
        int http = Integer.parseInt(NODE.management().replaceAll(".*:", ""));

        Problem problem = problem(Map.of("uri", uri(http, "/%2F")));

        assertThat(problem.kind()).isEqualTo(ProblemKind.INVALID);
        assertThat(problem.summary()).contains("HTTP");
    }

    @Test
    void aPortThatSpeaksTlsIsNamed() {
        Problem problem = problem(Map.of("uri", uri(NODE.tlsPort(), "/%2F")));

        assertThat(problem.kind()).isEqualTo(ProblemKind.INVALID);
        assertThat(problem.summary()).contains("TLS");
    }

    @Test
    void aPortThatSpeaksWithoutTlsIsNamed() {
        Problem problem =
                problem(Map.of("uri", "amqps://guest:guest@127.0.0.1:" + NODE.port() + "/%2F"));

        assertThat(problem.kind()).isEqualTo(ProblemKind.INVALID);
        assertThat(problem.summary()).contains("TLS");
    }

    @Test
    void aPortWhereSomethingElseTalksIsNoBroker() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> talk(server));

            Problem problem = problem(Map.of("uri", uri(server.getLocalPort(), "/%2F")));

            assertThat(problem.kind()).isEqualTo(ProblemKind.INVALID);
        }
    }

    private static void talk(ServerSocket server) {
        try {
            while (true) {
                try (Socket client = server.accept()) {
                    client.getOutputStream()
                            .write(
                                    "220 mail.example.org ESMTP\r\n"
                                            .getBytes(StandardCharsets.US_ASCII));
                    client.getInputStream().read();
                }
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    @Test
    void aVhostThatIsNotThereIsNotFound() {
        assertThat(problem(Map.of("uri", uri(NODE.port(), "/nobody"))))
                .satisfies(
                        problem -> {
                            assertThat(problem.kind()).isEqualTo(ProblemKind.NOT_FOUND);
                            assertThat(problem.summary()).contains("virtual host");
                        });
    }

    @Test
    void aWrongPasswordIsTold() {
        assertThat(problem(Map.of("password", "wrong")).kind())
                .isEqualTo(ProblemKind.AUTHENTICATION);
    }

    @Test
    void whoMayNotUseTheManagementIsTold() {
        rabbit.user("plain", "", ".*");

        Problem problem = problem(Map.of("user", "plain", "password", "secret"));

        assertThat(problem.kind()).isEqualTo(ProblemKind.AUTHORIZATION);
        assertThat(problem.summary()).contains("plain").contains("management");
    }

    @Test
    void whoMayOnlyUseTheManagementSeesThePictureAndWhatIsMissing() throws Exception {
        rabbit.user("watcher", "monitoring", "");
        String queue = rabbit.queue("classic", Map.of());

        Snapshot snapshot =
                poll(
                        Map.of(
                                "user", "watcher",
                                "password", "secret",
                                "management.user", "guest",
                                "management.password", "guest"));

        assertThat(snapshot.destinations())
                .anyMatch(destination -> destination.name().equals(queue));
        assertThat(snapshot.gaps())
                .singleElement()
                .extracting(Problem::kind)
                .isEqualTo(ProblemKind.AUTHORIZATION);
        assertThat(snapshot.capabilities().values())
                .allMatch(support -> support instanceof Support.Refused);
    }

    @Test
    void theManagementOfAnotherClusterIsTold() throws Exception {
        RabbitNode other = RabbitNode.second();
        try (RabbitFixture there = new RabbitFixture(other)) {
            there.api("PUT", "/global-parameters/cluster_name", "{\"value\":\"another\"}");
        }

        assertThat(problem(Map.of("management", other.management())).kind())
                .isEqualTo(ProblemKind.CONFLICT);
    }

    @Test
    void aTrustedCertificateConnects() throws Exception {
        assertThat(poll(Map.of("uri", tls("127.0.0.1", NODE.authority()))).gaps()).isEmpty();
    }

    @Test
    void aCertificateOfAnUnknownAuthorityIsRefused() {
        Path authority = Certificates.expired().authority();

        assertThat(problem(Map.of("uri", tls("127.0.0.1", authority))).kind())
                .isEqualTo(ProblemKind.AUTHENTICATION);
    }

    @Test
    void aCertificateOfAnotherNameIsRefusedUnlessNothingIsChecked() throws Exception {
        // 127.0.0.2 is this machine too, and not in the certificate.
        String uri = tls("127.0.0.2", NODE.authority());
        try (ServerSocket forward = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.2"))) {
            Thread.ofVirtual().start(() -> Forwarding.run(forward, NODE.tlsPort()));
            String other =
                    uri.replace(":" + NODE.tlsPort() + "/", ":" + forward.getLocalPort() + "/");

            assertThat(problem(Map.of("uri", other)).kind()).isEqualTo(ProblemKind.AUTHENTICATION);
            assertThat(poll(Map.of("uri", other + "&verify=verify_none")).gaps()).isEmpty();
        }
    }

    @Test
    void anExpiredCertificateIsNamed() throws Exception {
        Certificates.Pem expired = Certificates.expired();
        RabbitSettings own =
                RabbitSettings.of(
                        Map.of(
                                "uri",
                                "amqps://host?certfile="
                                        + expired.certificate()
                                        + "&keyfile="
                                        + expired.key()));
        try (SSLServerSocket server =
                (SSLServerSocket)
                        own.trust()
                                .context()
                                .getServerSocketFactory()
                                .createServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> talk(server));

            Problem problem =
                    problem(
                            Map.of(
                                    "uri",
                                    tls("127.0.0.1", expired.authority())
                                            .replace(
                                                    ":" + NODE.tlsPort() + "/",
                                                    ":" + server.getLocalPort() + "/")));

            assertThat(problem.kind()).isEqualTo(ProblemKind.AUTHENTICATION);
            assertThat(problem.summary()).contains("expired");
        }
    }

    private static String tls(String host, Path authority) {
        return "amqps://guest:guest@"
                + host
                + ":"
                + NODE.tlsPort()
                + "/%2F?cacertfile="
                + authority;
    }
}
