package dev.signalbox.cli;

import static dev.signalbox.cli.CommandLineFixture.profile;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.cli.CommandLineFixture.Result;
import dev.signalbox.cli.shell.ExitCode;
import dev.signalbox.core.backup.BackupStore;
import dev.signalbox.core.backup.BackupWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupCommandsTest {
    @TempDir Path folder = Path.of("");

    private CommandLineFixture console = new CommandLineFixture(folder);

    @BeforeEach
    void connect() throws Exception {
        console = new CommandLineFixture(folder).with(profile("test"));
        backup("old-orders", Duration.ofDays(100));
        backup("new-orders", Duration.ofHours(1));
    }

    @Test
    void theyAreListedWithSizeAgeAndWhenTheyExpire() throws Exception {
        assertThat(console.run("backups").out()).contains("100 d 0 h", "never", "old-orders");
        assertThat(console.run("backups", "keep", "30d").exitCode()).isEqualTo(ExitCode.OK);

        JsonNode listed = console.run("backups", "--json").json();

        assertThat(listed).hasSize(2);
        assertThat(listed.at("/1/destination").asText()).isEqualTo("old-orders");
        assertThat(listed.at("/1/bytes").asLong()).isPositive();
        assertThat(Instant.parse(listed.at("/1/expires").asText())).isBefore(Instant.now());
    }

    @Test
    void nothingExpiresUnlessThatWasSet() throws Exception {
        assertThat(console.run("backups", "expire", "--yes").exitCode())
                .isEqualTo(ExitCode.REFUSED);
        assertThat(console.run("backups", "keep", "soon").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(console.run("backups", "--json").json()).hasSize(2);
    }

    @Test
    void onlyWhatIsOldExpiresAndOnlyAfterAYes() throws Exception {
        console.run("backups", "keep", "30d");

        assertThat(console.run("backups", "expire", "--plan", "--json").json()).hasSize(1);
        assertThat(console.run("backups", "expire").exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(console.typing("n\n", "backups", "expire").exitCode())
                .isEqualTo(ExitCode.REFUSED);
        assertThat(console.run("backups", "--json").json()).hasSize(2);

        Result expired = console.typing("y\n", "backups", "expire");

        assertThat(expired.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(expired.err()).contains("old-orders").doesNotContain("new-orders");
        assertThat(console.run("backups", "--json").json()).hasSize(1);
        assertThat(console.run("audit", "--json").json().at("/0/action").asText())
                .isEqualTo("EXPIRE_BACKUP");
    }

    private void backup(String destination, Duration age) throws Exception {
        Instant at = Instant.now().minus(age);
        try (BackupWriter writer =
                new BackupStore(console.folders.data().resolve("backups"))
                        .begin(UUID.randomUUID(), "test", "fake-cluster", destination, at, 0)) {
            Files.setLastModifiedTime(writer.seal().file(), FileTime.from(at));
        }
    }
}
