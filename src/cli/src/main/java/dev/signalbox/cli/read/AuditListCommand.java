package dev.signalbox.cli.read;

import dev.signalbox.cli.shell.Surroundings;
import dev.signalbox.cli.shell.Words;
import picocli.CommandLine.Command;

/// The same as `audit` alone, by a name that says it.
@Command(name = "list", resourceBundle = Words.BUNDLE)
public final class AuditListCommand extends AuditCommand {
    public AuditListCommand(Surroundings surroundings) {
        super(surroundings);
    }
}
