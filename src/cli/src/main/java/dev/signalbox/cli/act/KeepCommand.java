package dev.signalbox.cli.act;

import dev.signalbox.cli.json.Json;
import dev.signalbox.cli.shell.ConsoleCommand;
import dev.signalbox.cli.shell.ExitCode;
import dev.signalbox.cli.shell.Failure;
import dev.signalbox.cli.shell.Surroundings;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.Workbench;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.profile.Retention;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Sets after how long backups expire. Removes nothing by itself.
@Command(name = "keep", resourceBundle = Words.BUNDLE)
public final class KeepCommand extends ConsoleCommand {
    @Parameters(paramLabel = "DAYS", descriptionKey = "parameter.keep")
    private String days = "";

    public KeepCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() throws Failure, ConnectorException {
        Optional<Duration> keep;
        try {
            keep = Retention.parse(days);
        } catch (IllegalArgumentException e) {
            throw new Failure(
                    new Problem(ProblemKind.INVALID, String.valueOf(e.getMessage()), ""),
                    ExitCode.USAGE);
        }
        try (Workbench workbench = openWorkbench()) {
            workbench.setRetention(workbench.retention().withBackups(keep));
            terminal().err().println(Words.get("keep.set", Retention.text(keep)));
            if (output().isJson()) {
                output().write(terminal(), Json.object().put("keep", Retention.text(keep)));
            }
            return ExitCode.OK;
        }
    }
}
