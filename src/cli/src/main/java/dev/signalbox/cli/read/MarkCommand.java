package dev.signalbox.cli.read;

import dev.signalbox.cli.json.Json;
import dev.signalbox.cli.shell.ConnectedCommand;
import dev.signalbox.cli.shell.ExitCode;
import dev.signalbox.cli.shell.Failure;
import dev.signalbox.cli.shell.Session;
import dev.signalbox.cli.shell.Surroundings;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.deadletter.CauseNotes.Note;
import dev.signalbox.core.deadletter.CauseState;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Notes what the operator thinks of a cause. Changes nothing on the server.
@Command(name = "mark", resourceBundle = Words.BUNDLE)
public final class MarkCommand extends ConnectedCommand {
    @Parameters(index = "0", paramLabel = "DESTINATION", descriptionKey = "parameter.deadLetters")
    private String destination = "";

    @Parameters(index = "1", paramLabel = "CAUSE", descriptionKey = "parameter.cause")
    private String cause = "";

    @Parameters(index = "2", paramLabel = "STATE", descriptionKey = "parameter.causeState")
    private CauseState state = CauseState.NEW;

    @Option(names = "--note", paramLabel = "TEXT", defaultValue = "")
    private String note = "";

    public MarkCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() throws Failure, ConnectorException, InterruptedException {
        if (!cause.matches("[0-9a-f]{12}")) {
            throw new Failure(
                    new Problem(
                            ProblemKind.INVALID,
                            Words.get("cause.noId", cause),
                            Words.get("cause.noId.remedy")),
                    ExitCode.REFUSED);
        }
        try (Session session = openToRead()) {
            String profile = session.holding(destination).id();
            session.workbench()
                    .causeNotes()
                    .put(
                            session.clusterOf(profile).orElseThrow(),
                            destination,
                            cause,
                            new Note(
                                    state,
                                    note,
                                    surroundings().clock().instant(),
                                    System.getProperty("user.name", "?")));
        }
        if (output().isJson()) {
            output().write(
                            terminal(),
                            Json.object()
                                    .put("cause", cause)
                                    .put("state", state.name())
                                    .put("note", note));
        }
        return ExitCode.OK;
    }
}
