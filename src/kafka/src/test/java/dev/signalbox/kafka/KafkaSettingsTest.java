package dev.signalbox.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaSettingsTest {
    @TempDir private Path folder = Path.of("");

    @Test
    void passesPropertiesOnAsTheyAre() throws Exception {
        KafkaSettings settings =
                KafkaSettings.of(
                        Map.of(
                                "bootstrap.servers", "host:9092",
                                "client.id", "mine",
                                "ssl.truststore.location", "/a/b",
                                "my.plugins.own", "x"));

        assertThat(settings.admin())
                .containsEntry("bootstrap.servers", "host:9092")
                .containsEntry("client.id", "mine")
                .containsEntry("ssl.truststore.location", "/a/b")
                .containsEntry("my.plugins.own", "x")
                .containsEntry("default.api.timeout.ms", "10000");
    }

    @Test
    void importsAFileAndLetsTheProfileWin() throws Exception {
        Path file = folder.resolve("client.properties");
        Files.writeString(file, "bootstrap.servers=from-file:1\nsecurity.protocol=SASL_SSL\n");

        KafkaSettings settings =
                KafkaSettings.of(
                        Map.of(
                                "properties.file", file.toString(),
                                "bootstrap.servers", "from-profile:2",
                                "sasl.mechanism", " "));

        assertThat(settings.addresses()).containsExactly(new Address("from-profile", 2));
        assertThat(settings.encrypted()).isTrue();
        assertThat(settings.admin())
                .doesNotContainKey("properties.file")
                .doesNotContainKey("sasl.mechanism");
    }

    @Test
    void tellsWhichFileIsMissing() {
        assertInvalid(Map.of("properties.file", "/no/such/file"), "/no/such/file");
    }

    @Test
    void tellsWhichFileIsBroken() throws Exception {
        Path file = folder.resolve("client.properties");
        Files.writeString(file, "ssl.key=\\u12");

        assertInvalid(Map.of("properties.file", file.toString()), file.toString());
    }

    @Test
    void asksForAnAddress() {
        assertInvalid(Map.of("client.id", "x"), "bootstrap");
    }

    @Test
    void aConsumerHasNoGroupAndNeverCommitsWhateverTheProfileSays() throws Exception {
        Map<String, Object> config =
                KafkaSettings.of(
                                Map.of(
                                        "bootstrap.servers", "host:9092",
                                        "group.id", "orders",
                                        "group.instance.id", "one",
                                        "enable.auto.commit", "true",
                                        "isolation.level", "read_uncommitted",
                                        "acks", "1",
                                        "auto.offset.reset", "latest"))
                        .consumer();

        assertThat(config)
                .doesNotContainKeys("group.id", "group.instance.id", "acks")
                .containsEntry("enable.auto.commit", false)
                .containsEntry("isolation.level", "read_committed")
                .containsEntry("auto.offset.reset", "none");
    }

    @Test
    void aProducerIsAcknowledgedByAllWhateverTheProfileSays() throws Exception {
        Map<String, Object> config =
                KafkaSettings.of(
                                Map.of(
                                        "bootstrap.servers", "host:9092",
                                        "acks", "0",
                                        "enable.idempotence", "false",
                                        "transactional.id", "theirs"))
                        .producer();

        assertThat(config)
                .containsEntry("acks", "all")
                .containsEntry("enable.idempotence", true)
                .doesNotContainKey("transactional.id");
    }

    @Test
    void takesTheTimeOutOfTheProfile() throws Exception {
        Map<String, String> slow =
                Map.of("bootstrap.servers", "host:9092", "default.api.timeout.ms", "30000");

        assertThat(KafkaSettings.of(slow).callTimeout()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void keepsSecretsOutOfItsText() throws Exception {
        KafkaSettings settings =
                KafkaSettings.of(
                        Map.of("bootstrap.servers", "h:1", "sasl.jaas.config", "password=hush"));

        assertThat(settings.toString()).contains("sasl.jaas.config").doesNotContain("hush");
    }

    private static void assertInvalid(Map<String, String> settings, String named) {
        assertThatThrownBy(() -> KafkaSettings.of(settings))
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        e -> {
                            assertThat(e.problem().kind()).isEqualTo(ProblemKind.INVALID);
                            assertThat(e.problem().summary()).contains(named);
                        });
    }
}
