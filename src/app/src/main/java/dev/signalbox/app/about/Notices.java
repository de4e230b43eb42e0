package dev.signalbox.app.about;

import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The notices of everything that is in the package. They are written when it is made, and lie beside the program.
///
/// @param folder with `THIRD-PARTY.txt`, `LICENSE.txt` and the texts of all licences; nothing where it was not installed
record Notices(Optional<Path> folder) {
    private static final String PLACE = "signalbox.legal";

    /// Those of the package that runs: its launchers tell where.
    static Notices ofPackage() {
        return at(System.getProperty(PLACE));
    }

    private static Notices at(@Nullable String place) {
        return new Notices(
                Optional.ofNullable(place)
                        .map(it -> Path.of(it).toAbsolutePath().normalize())
                        .filter(Files::isDirectory));
    }

    /// Blocks: for a background thread.
    static String read(Path folder) throws ConnectorException {
        Path file = folder.resolve("THIRD-PARTY.txt");
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new ConnectorException(
                    new Problem(ProblemKind.NOT_FOUND, file.toString(), "", e.toString()), e);
        }
    }
}
