package dev.signalbox.cli.read;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.cli.json.Json;
import dev.signalbox.cli.shell.ConsoleCommand;
import dev.signalbox.cli.shell.ExitCode;
import dev.signalbox.cli.shell.Surroundings;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.Workbench;
import dev.signalbox.core.audit.AuditCheck;
import dev.signalbox.core.problem.ConnectorException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Whether the audit is as it was written.
@Command(name = "verify", resourceBundle = Words.BUNDLE)
public final class AuditVerifyCommand extends ConsoleCommand {
    @Option(names = "--head", paramLabel = "HASH")
    private @Nullable String head;

    public AuditVerifyCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() throws ConnectorException {
        AuditCheck check;
        try (Workbench workbench = openWorkbench()) {
            check = workbench.audit().verify(Optional.ofNullable(head));
        }
        if (output().isJson()) {
            output().write(terminal(), json(check));
        } else {
            terminal().out().println(verdict(check));
            if (!check.torn().isEmpty()) {
                terminal().out().println(Words.get("audit.torn", check.torn()));
            }
            terminal().out().println(Words.get("audit.head", check.head()));
        }
        return check.isIntact() ? ExitCode.OK : ExitCode.NOT_MET;
    }

    private static String verdict(AuditCheck check) {
        if (check.brokenAt().isPresent()) {
            return Words.get("audit.broken", Long.toString(check.brokenAt().getAsLong()));
        }
        if (check.known().equals(Optional.of(false))) {
            return Words.get("audit.headUnknown");
        }
        return Words.get("audit.intact", check.lines(), check.legacy());
    }

    private static ObjectNode json(AuditCheck check) {
        ObjectNode node = Json.object();
        node.put("intact", check.isIntact());
        node.put("lines", check.lines());
        node.put("legacy", check.legacy());
        var torn = node.putArray("torn");
        check.torn().forEach(torn::add);
        check.brokenAt().ifPresent(line -> node.put("brokenAt", line));
        check.known().ifPresent(known -> node.put("headKnown", known));
        node.put("head", check.head());
        return node;
    }
}
