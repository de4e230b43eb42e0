package dev.signalbox.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.profile.Access;
import dev.signalbox.core.profile.Environment;
import dev.signalbox.core.profile.Profile;
import dev.signalbox.core.profile.ProfileExchange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RabbitmqadminFileTest {
    private static final String NAME = ".rabbitmqadmin.conf";

    private static final String TWO_NODES =
            """
            [local]
            hostname = "localhost"
            username = "shop"
            password = "planted"
            vhost = "/"

            [live]
            tls = true
            hostname = "rabbit.example.org"
            port = 25671
            virtual_host = "orders/eu"
            ca_certificate_bundle_path = "/etc/ssl/our ca.pem"
            """;

    @TempDir private Path folder = Path.of("");

    @Test
    void eachSectionIsAConnection() throws Exception {
        List<Profile> profiles = RabbitmqadminFile.read(NAME, TWO_NODES);

        assertThat(profiles).extracting(Profile::name).containsExactly("local", "live");
        assertThat(profiles.get(0).settings())
                .isEqualTo(
                        Map.of(
                                "uri", "amqp://localhost/%2F",
                                "management", "http://localhost:15672",
                                "user", "shop"));
        assertThat(profiles.get(1).settings())
                .containsEntry("management", "https://rabbit.example.org:25671")
                .containsEntry(
                        "uri",
                        "amqps://rabbit.example.org/orders%2Feu?cacertfile=%2Fetc%2Fssl%2Four%20ca.pem");
        assertThat(profiles.get(1).environment()).isEqualTo(Environment.PRODUCTION);
        assertThat(profiles).extracting(Profile::access).containsOnly(Access.READ_ONLY);
    }

    @Test
    void theFileIsReadThroughTheConsolesImportAndItsPasswordsStayWhereTheyAre() throws Exception {
        Path file = Files.writeString(folder.resolve(NAME), TWO_NODES);

        List<Profile> profiles = ProfileExchange.read(file, List.of(new RabbitConnectorProvider()));

        assertThat(profiles).hasSize(2);
        assertThat(profiles.toString()).doesNotContain("planted");
    }

    @Test
    void aFileThatIsNoTomlIsNamedWithItsLineAndWithoutItsContent() {
        assertThatThrownBy(() -> RabbitmqadminFile.read(NAME, "[a]\npassword = planted\n"))
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        e -> {
                            assertThat(e.problem().kind()).isEqualTo(ProblemKind.INVALID);
                            assertThat(e.problem().summary()).contains(NAME, "line 2");
                            assertThat(e.problem().toString()).doesNotContain("planted");
                        });
    }

    @Test
    void filesOfOthersAreLeftToThem() throws Exception {
        assertThat(RabbitmqadminFile.read("kcat.conf", "bootstrap.servers=a:1")).isEmpty();
    }
}
