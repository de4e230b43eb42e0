package dev.signalbox.core.export;

import dev.signalbox.core.ledger.Owner;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Copies of what is being imported. The name of each says which process sends from it: what a console that was killed
/// has left behind is told from what another one still needs.
public final class ImportCopies {
    private static final Logger LOG = LoggerFactory.getLogger(ImportCopies.class);
    private static final Pattern NAME =
            Pattern.compile("(\\d{1,18})-(\\d{1,18})-[0-9a-f-]{36}\\.import");

    private final Path folder;

    public ImportCopies(Path folder) {
        this.folder = folder;
    }

    /// A name for a copy of this process.
    Path fresh() {
        Owner self = Owner.current("");
        return folder.resolve(
                self.pid() + "-" + self.startedAt() + "-" + UUID.randomUUID() + ".import");
    }

    /// Takes away the copies of processes that are gone. What cannot be taken away stays for the next time.
    public void sweep() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> copies = Files.newDirectoryStream(folder, "*.import")) {
            for (Path copy : copies) {
                if (isLeft(copy)) {
                    Files.deleteIfExists(copy);
                }
            }
        } catch (IOException e) {
            LOG.warn("Copies of what was imported stay behind in {}", folder, e);
        }
    }

    private static boolean isLeft(Path copy) {
        Matcher name = NAME.matcher(String.valueOf(copy.getFileName()));
        return name.matches()
                && new Owner("", Long.parseLong(name.group(1)), Long.parseLong(name.group(2)))
                        .isGone("");
    }
}
