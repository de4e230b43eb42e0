package dev.signalbox.cli.act;

import dev.signalbox.cli.shell.ConnectedCommand;
import dev.signalbox.cli.shell.Failure;
import dev.signalbox.cli.shell.Session;
import dev.signalbox.cli.shell.Surroundings;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.export.MessageImport;
import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.problem.ConnectorException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Sends the messages of a file to a destination.
@Command(name = "import", resourceBundle = Words.BUNDLE)
public final class ImportCommand extends ConnectedCommand {
    @Parameters(paramLabel = "FILE", descriptionKey = "parameter.messages")
    private Path file = Path.of("");

    @Option(names = "--to", paramLabel = "DESTINATION", required = true)
    private String to = "";

    @Mixin private final Consent consent = new Consent();

    public ImportCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() throws Failure, ConnectorException, InterruptedException {
        Path copies = surroundings().folders().data().resolve("imports");
        try (MessageImport messages =
                        MessageImport.open(file, copies, surroundings().clock().instant());
                Session session = openToAct()) {
            return new ActionFlow(surroundings(), session, consent, output())
                    .run(session.offering(ActionKind.RESTORE), messages.to(to));
        }
    }
}
