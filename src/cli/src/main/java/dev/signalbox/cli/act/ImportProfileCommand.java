package dev.signalbox.cli.act;

import dev.signalbox.cli.json.StateJson;
import dev.signalbox.cli.shell.ConsoleCommand;
import dev.signalbox.cli.shell.ExitCode;
import dev.signalbox.cli.shell.Failure;
import dev.signalbox.cli.shell.Surroundings;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.Workbench;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.profile.Access;
import dev.signalbox.core.profile.Environment;
import dev.signalbox.core.profile.Profile;
import dev.signalbox.core.profile.ProfileExchange;
import dev.signalbox.core.setup.ForeignFile;
import dev.signalbox.core.setup.ProfileIds;
import dev.signalbox.core.setup.SecretKeeping;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Makes a profile of a file of another tool. Its secrets go into the keychain, or into the encrypted file; never into
/// the profile.
@Command(name = "import", resourceBundle = Words.BUNDLE)
public final class ImportProfileCommand extends ConsoleCommand {
    @Parameters(paramLabel = "FILE", descriptionKey = "parameter.foreign")
    private Path file = Path.of("");

    @Option(names = "--name", paramLabel = "NAME")
    private @Nullable String name;

    @Option(names = "--environment", paramLabel = "ENVIRONMENT", defaultValue = "PRODUCTION")
    private Environment environment = Environment.PRODUCTION;

    @Option(names = "--read-write")
    private boolean readWrite;

    public ImportProfileCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() throws Failure, ConnectorException {
        try (Workbench workbench = openWorkbench()) {
            List<Profile> several = ProfileExchange.foreign(file, workbench.adapters());
            if (!several.isEmpty()) {
                return takeAll(workbench, several);
            }
            ForeignFile read = ForeignFile.read(file, workbench.adapters());
            Profile typed = profile(workbench, read);
            SecretKeeping keeping = new SecretKeeping(workbench.secrets(), workbench.adapters());
            Profile kept = keep(keeping, typed);
            workbench.profiles().put(Optional.empty(), kept);
            tell(read, kept);
            return ExitCode.OK;
        }
    }

    /// Those of a tool that keeps several in one file. What is known already stays as it is; secrets stay where they are.
    private int takeAll(Workbench workbench, List<Profile> several) throws ConnectorException {
        for (Profile offered : several) {
            boolean known =
                    workbench.profiles().load().stream()
                            .anyMatch(each -> each.id().equals(offered.id()));
            if (known) {
                terminal().err().println(Words.get("profiles.known", offered.id()));
            } else {
                workbench.profiles().put(Optional.empty(), offered);
                terminal()
                        .out()
                        .println(Words.get("import-profile.done", offered.id(), offered.access()));
            }
        }
        return ExitCode.OK;
    }

    private Profile profile(Workbench workbench, ForeignFile read) throws ConnectorException {
        Set<String> taken =
                workbench.profiles().load().stream().map(Profile::id).collect(Collectors.toSet());
        String named = name == null || name.isBlank() ? read.name() : name.strip();
        return new Profile(
                ProfileIds.of(named, read.adapter().type(), taken),
                named,
                read.adapter().type(),
                environment,
                readWrite ? Access.READ_WRITE : Access.READ_ONLY,
                read.content().settings());
    }

    private static Profile keep(SecretKeeping keeping, Profile typed)
            throws Failure, ConnectorException {
        try {
            return keeping.keep(typed);
        } catch (ConnectorException e) {
            if (e.problem().kind() != ProblemKind.AUTHENTICATION) {
                throw e;
            }
            throw new Failure(
                    new Problem(
                            e.problem().kind(),
                            e.problem().summary(),
                            Words.get("import-profile.password")),
                    ExitCode.REFUSED);
        }
    }

    private void tell(ForeignFile read, Profile kept) {
        if (output().isJson()) {
            output().write(terminal(), StateJson.of(kept));
        } else {
            terminal().out().println(Words.get("import-profile.done", kept.id(), kept.access()));
        }
        if (!read.content().leftOut().isEmpty()) {
            terminal()
                    .err()
                    .println(
                            Words.get(
                                    "import-profile.left-out",
                                    String.join(", ", read.content().leftOut())));
        }
    }
}
