package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.cli.CommandLineFixture.Result;
import dev.signalbox.cli.shell.ExitCode;
import dev.signalbox.core.profile.Access;
import dev.signalbox.core.profile.Environment;
import dev.signalbox.core.profile.Profile;
import dev.signalbox.core.profile.ProfileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportProfileCommandTest {
    @TempDir private Path folder;

    @Test
    void clientPropertiesBecomeAProfileThatMayChangeNothing() throws Exception {
        Path file = folder.resolve("Shop one.properties");
        Files.writeString(file, "bootstrap.servers=broker:9092\ngroup.id=x\n");

        Result result = CommandLineFixture.ofAdapters(folder).run("profiles", "import", file + "");

        assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(result.out()).contains("shop-one");
        assertThat(result.err()).contains("group.id");
        assertThat(stored())
                .containsExactly(
                        new Profile(
                                "shop-one",
                                "Shop one",
                                "kafka",
                                Environment.PRODUCTION,
                                Access.READ_ONLY,
                                Map.of("bootstrap.servers", "broker:9092")));
    }

    @Test
    void aFileThatNobodyKnowsIsTold() throws Exception {
        Path file = folder.resolve("notes.txt");
        Files.writeString(file, "buy milk");

        Result result = CommandLineFixture.ofAdapters(folder).run("profiles", "import", file + "");

        assertThat(result.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(result.err()).contains("notes.txt");
    }

    private List<Profile> stored() throws Exception {
        return new ProfileStore(folder.resolve("config/profiles.json")).load();
    }
}
