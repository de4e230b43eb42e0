package dev.signalbox.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    @TempDir private Path folder = Path.of("");

    private static RabbitSettings of(String uri) throws ConnectorException {
        return RabbitSettings.of(Map.of("uri", uri));
    }

    @Test
    void everythingButTheHostMayBeLeftOut() throws Exception {
        RabbitSettings settings = of("amqp://rabbit.example.org");

        assertThat(settings.uri().address()).isEqualTo("rabbit.example.org:5672");
        assertThat(settings.uri().vhost()).isEqualTo("/");
        assertThat(settings.login()).isEqualTo(new RabbitSettings.Login("guest", "guest"));
        assertThat(settings.management()).hasToString("http://rabbit.example.org:15672");
        assertThat(settings.prometheus()).hasToString("Optional[http://rabbit.example.org:15692]");
        assertThat(settings.trust().verified()).isTrue();
    }

    @Test
    void anEncryptedConnectionHasAnEncryptedManagement() throws Exception {
        RabbitSettings settings = of("amqps://rabbit.example.org/orders");

        assertThat(settings.uri().address()).isEqualTo("rabbit.example.org:5671");
        assertThat(settings.uri().vhost()).isEqualTo("orders");
        assertThat(settings.management()).hasToString("https://rabbit.example.org:15671");
    }

    @Test
    void namesInTheUriArePercentEncoded() throws Exception {
        RabbitSettings settings = of("amqp://us%40er:p%3Aa%2Fs+s@[::1]:1234/%2Fa%20b");

        assertThat(settings.uri().address()).isEqualTo("::1:1234");
        assertThat(settings.uri().vhost()).isEqualTo("/a b");
        assertThat(settings.login()).isEqualTo(new RabbitSettings.Login("us@er", "p:a/s+s"));
    }

    @Test
    void aPathOfOneSlashIsTheVhostWithoutAName() throws Exception {
        assertThat(of("amqp://host/").uri().vhost()).isEmpty();
    }

    @Test
    void theQueryParametersOfTheSpecificationAreUnderstood() throws Exception {
        RabbitSettings settings =
                of(
                        "amqp://host?heartbeat=7&connection_timeout=1500&channel_max=9"
                                + "&auth_mechanism=external");

        assertThat(settings.heartbeat()).isEqualTo(Duration.ofSeconds(7));
        assertThat(settings.connectTimeout()).isEqualTo(Duration.ofMillis(1500));
        assertThat(settings.channelMax()).isEqualTo(9);
        assertThat(settings.external()).isTrue();
    }

    @Test
    void onlyTheProfileTurnsTheCheckOfCertificatesOff() throws Exception {
        assertThat(of("amqps://host?verify=verify_peer").trust().verified()).isTrue();
        assertThat(of("amqps://host?verify=verify_none").trust().verified()).isFalse();
    }

    @Test
    void aLoginOfItsOwnWinsOverTheUri() throws Exception {
        RabbitSettings settings =
                RabbitSettings.of(
                        Map.of(
                                "uri", "amqp://a:b@host",
                                "user", "c",
                                "password", "d/e",
                                "management.user", "monitor",
                                "vhosts", " one , two,,one "));

        assertThat(settings.login()).isEqualTo(new RabbitSettings.Login("c", "d/e"));
        assertThat(settings.managementLogin())
                .isEqualTo(new RabbitSettings.Login("monitor", "d/e"));
        assertThat(settings.moreVhosts()).containsExactly("one", "two");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "rabbit.example.org:5672",
                "http://host",
                "amqp://",
                "amqp://user:se cret@host",
                "amqp://host/a/b",
                "amqp://host/%zz",
                "amqp://host?heartbeat=soon",
                "amqp://host?heartbeat=65536",
                "amqp://host?verfy=verify_none",
                "amqp://host?verify=verify_none",
                "amqps://host?verify=never",
                "amqps://host?cacertfile=/nobody/made/this.pem",
                "amqps://host?certfile=/a.pem",
                "amqp://host?auth_mechanism=kerberos"
            })
    void aUriThatIsNotRightIsInvalid(String uri) {
        assertInvalid(Map.of("uri", uri));
    }

    @Test
    void settingsThatAreNotRightAreInvalid() {
        for (Map.Entry<String, String> wrong :
                Map.of(
                                "management", "host:15672",
                                "prometheus", "ftp://host",
                                "passwort", "x")
                        .entrySet()) {
            Map<String, String> settings = new HashMap<>(Map.of("uri", "amqp://host"));
            settings.put(wrong.getKey(), wrong.getValue());
            assertInvalid(settings);
        }
    }

    @Test
    void noPasswordIsEverTold() throws Exception {
        RabbitSettings settings = of("amqp://user:secret@host");

        assertThat(settings.toString()).doesNotContain("secret");
        assertThatThrownBy(() -> of("amqp://user:secret@ho st"))
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        e -> {
                            assertThat(e.problem().toString()).doesNotContain("secret");
                            assertThat(e.getCause()).isNull();
                        });
    }

    @Test
    void aCertificateOfOursNeedsItsKey() throws Exception {
        Certificates.Pem own = Certificates.valid();
        Path certificate = own.certificate();
        Path key = own.key();

        of("amqps://host?certfile=" + certificate + "&keyfile=" + key);
        assertInvalid(Map.of("uri", "amqps://host?certfile=" + certificate));
        assertInvalid(
                Map.of("uri", "amqps://host?certfile=" + certificate + "&keyfile=" + certificate));
        assertInvalid(Map.of("uri", "amqps://host?cacertfile=" + key));
        Path nonsense = Files.writeString(folder.resolve("nonsense.pem"), "nonsense");
        assertInvalid(Map.of("uri", "amqps://host?cacertfile=" + nonsense));
    }

    private static void assertInvalid(Map<String, String> settings) {
        assertThatThrownBy(() -> RabbitSettings.of(settings))
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        e -> {
                            assertThat(e.problem().kind()).isEqualTo(ProblemKind.INVALID);
                            assertThat(e.problem().summary()).isNotBlank().doesNotContain("!");
                            assertThat(e.problem().remedy()).isNotBlank().doesNotContain("!");
                        });
    }
}
