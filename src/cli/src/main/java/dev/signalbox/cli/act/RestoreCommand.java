package dev.signalbox.cli.act;

import dev.signalbox.cli.shell.ExitCode;
import dev.signalbox.cli.shell.Failure;
import dev.signalbox.cli.shell.Session;
import dev.signalbox.cli.shell.Surroundings;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.backup.Backup;
import dev.signalbox.core.backup.BackupStore;
import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Brings back what was purged.
@Command(name = "restore", resourceBundle = Words.BUNDLE)
public final class RestoreCommand extends ActionCommand {
    @Parameters(paramLabel = "BACKUP", descriptionKey = "parameter.backup")
    private String backup = "";

    public RestoreCommand(Surroundings surroundings) {
        super(surroundings, ActionKind.RESTORE);
    }

    /// A backup is named by its id or the beginning of it; one that was exported by its file.
    @Override
    Action action(Session session) throws Failure, ConnectorException {
        if (Files.isRegularFile(Path.of(backup))) {
            return new Action.RestoreBackup(BackupStore.ofFile(Path.of(backup)));
        }
        List<Backup> found =
                session.workbench().backups().list().stream()
                        .filter(each -> !backup.isEmpty())
                        .filter(each -> each.id().toString().startsWith(backup))
                        .toList();
        if (found.size() != 1) {
            throw new Failure(
                    new Problem(
                            ProblemKind.NOT_FOUND,
                            Words.get("backup.notOne", found.size(), backup),
                            Words.get("backup.notOne.remedy")),
                    ExitCode.REFUSED);
        }
        return new Action.RestoreBackup(found.getFirst());
    }
}
