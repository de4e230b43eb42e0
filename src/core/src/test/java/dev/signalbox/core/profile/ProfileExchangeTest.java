package dev.signalbox.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileExchangeTest {
    @TempDir private Path folder;

    @Test
    void referencesArePassedOnAndSecretsAreNot() throws Exception {
        Profile shop =
                profile(
                        Environment.TEST,
                        Map.of(
                                "bootstrap.servers", "localhost:9092",
                                "password", "hunter2",
                                "ssl.key.password", "${keychain:shop/key}",
                                "sasl.jaas.config", "Login username=\"a\" password=\"hunter2\";",
                                "uri", "amqp://guest:hunter2@localhost",
                                "mirror", "amqp://guest:${env:PASSWORD}@localhost",
                                "client.options", "id=3; token=hunter2; x=1"));
        Path file = folder.resolve("shop.json");
        ProfileExchange.write(file, List.of(shop));

        assertThat(Files.readString(file)).doesNotContain("hunter2");
        assertThat(ProfileExchange.read(file).getFirst().settings())
                .isEqualTo(
                        Map.of(
                                "bootstrap.servers", "localhost:9092",
                                "ssl.key.password", "${keychain:shop/key}",
                                "uri", "amqp://guest@localhost",
                                "mirror", "amqp://guest:${env:PASSWORD}@localhost",
                                "client.options", "id=3; token=; x=1"));
    }

    @Test
    void aLoginThatRefersToItsPasswordIsPassedOnWhole() throws Exception {
        Map<String, String> settings =
                Map.of(
                        "sasl.jaas.config",
                        "Login username=\"a\" password=\"${secret:shop/password}\";");

        assertThat(ProfileExchange.withoutSecrets(profile(Environment.TEST, settings)).settings())
                .isEqualTo(settings);
    }

    @Test
    void productionComesInReadOnly() throws Exception {
        Path file = folder.resolve("shop.json");
        ProfileExchange.write(
                file,
                List.of(
                        profile(Environment.PRODUCTION, Map.of()),
                        profile(Environment.TEST, Map.of()).withId("test")));

        assertThat(ProfileExchange.read(file))
                .extracting(Profile::access)
                .containsExactly(Access.READ_ONLY, Access.READ_WRITE);
    }

    @Test
    void whatIsNoExportIsTold() throws Exception {
        Path file = Files.writeString(folder.resolve("letter.txt"), "Dear all,");

        assertThatThrownBy(() -> ProfileExchange.read(file))
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        e -> assertThat(e.problem().kind()).isEqualTo(ProblemKind.INVALID));
    }

    private static Profile profile(Environment environment, Map<String, String> settings) {
        return new Profile("shop", "Shop", "kafka", environment, Access.READ_WRITE, settings);
    }
}
