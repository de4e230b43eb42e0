package dev.signalbox.demo.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFolderTest {
    @TempDir Path place;

    @Test
    void aFolderThatHoldsSomethingElseIsRefusedAndLeftAlone() throws Exception {
        Path thesis = Files.writeString(place.resolve("thesis.txt"), "years of work");

        assertThatThrownBy(() -> DemoFolder.claim(place))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not the folder of a demo");
        assertThat(thesis).hasContent("years of work");
        assertThat(place).isDirectoryNotContaining("glob:**.signalbox-demo");
    }

    @Test
    void aDemosOwnFolderIsWiped() throws Exception {
        Path root = place.resolve("demo");
        DemoFolder first = DemoFolder.claim(root);
        Path old = Files.createDirectories(first.of("broker")).resolve("old");
        Files.writeString(old, "old");
        first.release();

        DemoFolder.claim(root).release();

        assertThat(old).doesNotExist();
        assertThat(root.resolve("logs")).exists();
    }

    @Test
    void whatHoldsPasswordsIsReadableByTheOwnerOnlyAndGoesWithTheDemo() throws Exception {
        DemoFolder folder = DemoFolder.claim(place.resolve("demo"));
        Path file = folder.run().resolve("secret");
        PrivateFile.write(file, "password");

        assertThat(Files.getPosixFilePermissions(file))
                .extracting(Enum::name)
                .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");

        folder.release();
        assertThat(folder.run()).doesNotExist();
        assertThat(folder.logs()).exists();
    }
}
