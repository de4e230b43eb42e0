package dev.signalbox.core.demo;

import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where the jars of the demo backend are.
///
/// @param folder holds `lib/<module>/*.jar` and, optionally, `cache/*.aot`
public record DemoHome(Path folder) {
    /// System property that names the folder; the start script and the installed launchers set it.
    public static final String PROPERTY = "signalbox.demo.home";

    /// The home named by [#PROPERTY].
    ///
    /// @throws ConnectorException `NOT_FOUND` when the property is not set or no supervisor is there
    public static DemoHome find() throws ConnectorException {
        String named = System.getProperty(PROPERTY, "");
        if (named.isBlank()) {
            throw new ConnectorException(
                    new Problem(
                            ProblemKind.NOT_FOUND,
                            DemoTexts.get("home.notSet", PROPERTY),
                            DemoTexts.get("home.notSet.remedy")));
        }
        return at(Path.of(named));
    }

    /// The home in that folder.
    ///
    /// @throws ConnectorException `NOT_FOUND` when no supervisor is there
    public static DemoHome at(Path folder) throws ConnectorException {
        DemoHome home = new DemoHome(folder.toAbsolutePath().normalize());
        if (!Files.isDirectory(home.supervisorJars())) {
            throw new ConnectorException(
                    new Problem(
                            ProblemKind.NOT_FOUND,
                            DemoTexts.get("home.empty", home.folder()),
                            DemoTexts.get("home.empty.remedy")));
        }
        return home;
    }

    Path supervisorJars() {
        return folder.resolve("lib").resolve("supervisor");
    }
}
