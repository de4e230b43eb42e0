package dev.signalbox.core.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.profile.Access;
import dev.signalbox.core.profile.Environment;
import dev.signalbox.core.profile.Profile;
import dev.signalbox.core.secret.SecretFile;
import dev.signalbox.core.secret.Secrets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretKeepingTest {
    private static final Profile TYPED =
            new Profile(
                    "shop",
                    "Shop",
                    "kafka",
                    Environment.TEST,
                    Access.READ_WRITE,
                    Map.of(
                            "bootstrap.servers", "b:1",
                            "sasl.jaas.config", "password=\"pl4nted\"",
                            "ssl.key.password", "${env:KEY}",
                            "alerts.webhook", "https://hooks.example.org/t0ken"));

    @TempDir private Path folder;

    @Test
    void secretsAreKeptElsewhereAndReferredTo() throws Exception {
        SecretKeeping keeping = keeping(Optional.of("correct horse"));

        Profile kept = keeping.keep(TYPED);

        assertThat(kept.settings())
                .containsEntry("bootstrap.servers", "b:1")
                .containsEntry("sasl.jaas.config", "${secret:shop/sasl.jaas.config}")
                .containsEntry("ssl.key.password", "${env:KEY}")
                .containsEntry("alerts.webhook", "${secret:shop/alerts.webhook}");
        assertThat(Files.readString(folder.resolve("secrets.json")))
                .doesNotContain("pl4nted", "t0ken");
    }

    @Test
    void withNoPlaceToKeepThemNothingIsKept() {
        assertThat(keeping(Optional.empty()).needsPassword(TYPED)).isTrue();
        assertThatThrownBy(() -> keeping(Optional.empty()).keep(TYPED))
                .isInstanceOf(ConnectorException.class)
                .hasMessageNotContaining("pl4nted");
        assertThat(folder.resolve("secrets.json")).doesNotExist();
    }

    private SecretKeeping keeping(Optional<String> password) {
        return new SecretKeeping(
                new Secrets(
                        Optional::empty, new SecretFile(folder.resolve("secrets.json")), password),
                List.of());
    }
}
