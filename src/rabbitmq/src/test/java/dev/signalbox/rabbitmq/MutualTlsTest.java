package dev.signalbox.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.core.model.Snapshot;
import dev.signalbox.core.port.Connector;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A node that takes nobody without a certificate of the authority it trusts.
class MutualTlsTest {
    private static final RabbitNode NODE = RabbitNode.second();
    private static final Certificates.Pem OURS = Certificates.valid();

    private final RabbitFixture rabbit = new RabbitFixture(NODE);

    @AfterEach
    void close() {
        rabbit.close();
    }

    private Snapshot poll(String parameters) throws ConnectorException, InterruptedException {
        Map<String, String> settings =
                Map.of(
                        "uri",
                        "amqps://guest:guest@127.0.0.1:%d/%%2F?cacertfile=%s%s"
                                .formatted(NODE.tlsPort(), OURS.authority(), parameters));
        try (Connector connector =
                new RabbitConnectorProvider().connect(rabbit.profile(settings))) {
            return connector.poll();
        }
    }

    private static String shows(Certificates.Pem certificate) {
        return "&certfile=" + certificate.certificate() + "&keyfile=" + certificate.key();
    }

    private void assertRefused(String parameters) {
        assertThatThrownBy(() -> poll(parameters))
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        e -> {
                            assertThat(e.problem().kind())
                                    .describedAs(e.problem().toString())
                                    .isEqualTo(ProblemKind.AUTHENTICATION);
                            assertThat(e.problem().remedy()).contains("certfile");
                        });
    }

    @Test
    void theRightCertificateConnects() throws Exception {
        assertThat(poll(shows(OURS)).gaps()).isEmpty();
    }

    @Test
    void withoutACertificateNobodyConnects() {
        assertRefused("");
    }

    @Test
    void aCertificateOfAnotherAuthorityIsRefused() {
        assertRefused(shows(Certificates.expired()));
    }
}
