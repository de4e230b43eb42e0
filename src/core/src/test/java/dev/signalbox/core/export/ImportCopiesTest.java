package dev.signalbox.core.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCopiesTest {
    @TempDir private Path folder = Path.of("");

    @Test
    void whatAKilledConsoleLeftBehindIsTakenAwayAndNothingElse() throws Exception {
        ImportCopies copies = new ImportCopies(folder);
        Path ours = Files.createFile(copies.fresh());
        Path foreign = Files.createFile(folder.resolve("notes.import"));
        Process other = new ProcessBuilder("sleep", "60").start();
        Path theirs = Files.createFile(copyOf(other));
        copies.sweep();
        assertThat(theirs).as("of a process that runs").exists();

        other.destroyForcibly();
        assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
        copies.sweep();

        assertThat(theirs).doesNotExist();
        assertThat(ours).exists();
        assertThat(foreign).exists();
    }

    @Test
    void aNumberThatAnotherProcessHasNowIsNotThatProcess() throws Exception {
        Path earlier =
                folder.resolve(
                        ProcessHandle.current().pid() + "-1-" + UUID.randomUUID() + ".import");
        Files.createFile(earlier);

        new ImportCopies(folder).sweep();

        assertThat(earlier).doesNotExist();
    }

    @Test
    void withoutAFolderThereIsNothingToDo() {
        Path none = folder.resolve("none");

        new ImportCopies(none).sweep();

        assertThat(none).doesNotExist();
    }

    private Path copyOf(Process process) {
        long startedAt = process.info().startInstant().orElseThrow().toEpochMilli();
        return folder.resolve(
                process.pid() + "-" + startedAt + "-" + UUID.randomUUID() + ".import");
    }
}
