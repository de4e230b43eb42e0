package dev.signalbox.cli.act;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.signalbox.cli.json.Json;
import dev.signalbox.cli.shell.ConsoleCommand;
import dev.signalbox.cli.shell.ExitCode;
import dev.signalbox.cli.shell.Failure;
import dev.signalbox.cli.shell.Surroundings;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.Workbench;
import dev.signalbox.core.backup.Backup;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Removes the backups that are older than they are to be kept.
@Command(name = "expire", resourceBundle = Words.BUNDLE)
public final class ExpireCommand extends ConsoleCommand {
    @Option(names = "--plan")
    private boolean planOnly;

    @Option(names = "--yes")
    private boolean yes;

    public ExpireCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() throws Failure, ConnectorException {
        try (Workbench workbench = openWorkbench()) {
            Optional<Duration> keep = workbench.retention().backups();
            if (keep.isEmpty()) {
                throw new Failure(
                        new Problem(
                                ProblemKind.INVALID,
                                Words.get("expire.never"),
                                Words.get("expire.never.remedy")),
                        ExitCode.REFUSED);
            }
            List<Backup> due = workbench.backupExpiry().due(keep.get());
            tell("expire.due", due, keep.get());
            if (planOnly || due.isEmpty()) {
                return finish(due, false, ExitCode.OK);
            }
            if (!yes && !asked()) {
                terminal().err().println(Words.get("action.notConfirmed"));
                return finish(due, false, ExitCode.REFUSED);
            }
            List<Backup> gone = workbench.backupExpiry().expire(keep.get());
            tell("expire.gone", gone, keep.get());
            return finish(gone, true, ExitCode.OK);
        }
    }

    private void tell(String key, List<Backup> backups, Duration keep) {
        terminal().err().println(Words.get(key, backups.size(), keep.toDays()));
        for (Backup backup : backups) {
            terminal()
                    .err()
                    .println(
                            Words.get(
                                    "expire.backup",
                                    backup.id(),
                                    backup.destination(),
                                    backup.messages(),
                                    backup.madeAt()));
        }
    }

    private boolean asked() {
        if (!terminal().interactive()) {
            terminal().err().println(Words.get("action.yesNeeded"));
            return false;
        }
        List<String> accepted = List.of(Words.get("action.yes").split(" ", -1));
        return terminal()
                .ask(Words.get("expire.ask"))
                .filter(answer -> accepted.contains(answer.toLowerCase(Locale.ROOT)))
                .isPresent();
    }

    private int finish(List<Backup> backups, boolean removed, int exitCode) {
        if (output().isJson()) {
            ArrayNode all = Json.array();
            for (Backup backup : backups) {
                all.addObject()
                        .put("id", backup.id().toString())
                        .put("destination", backup.destination())
                        .put("messages", backup.messages())
                        .put("madeAt", backup.madeAt().toString())
                        .put("removed", removed);
            }
            output().write(terminal(), all);
        }
        return exitCode;
    }
}
