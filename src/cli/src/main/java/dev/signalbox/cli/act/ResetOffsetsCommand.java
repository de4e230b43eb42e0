package dev.signalbox.cli.act;

import dev.signalbox.cli.shell.Session;
import dev.signalbox.cli.shell.Surroundings;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.port.Action;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Moves the committed offsets of a group that has no members.
@Command(name = "reset-offsets", resourceBundle = Words.BUNDLE)
public final class ResetOffsetsCommand extends ActionCommand {
    @Parameters(paramLabel = "GROUP", descriptionKey = "parameter.group")
    private String group = "";

    @Option(names = "--topic", paramLabel = "TOPIC")
    private List<String> topics = List.of();

    @ArgGroup(exclusive = true, multiplicity = "1")
    private OffsetChoice to = new OffsetChoice();

    public ResetOffsetsCommand(Surroundings surroundings) {
        super(surroundings, ActionKind.RESET_OFFSETS);
    }

    @Override
    Action action(Session session) {
        return new Action.ResetOffsets(group, topics, to.target());
    }
}
