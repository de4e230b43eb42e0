package dev.signalbox.cli.act;

import dev.signalbox.cli.shell.Surroundings;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.port.Action;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Takes messages out of a queue and puts them, as they are, into another or through an exchange.
@Command(name = "move", resourceBundle = Words.BUNDLE)
public final class MoveCommand extends MessagesCommand {
    @Option(names = "--to", paramLabel = "DESTINATION", required = true)
    private String to = "";

    @Option(names = "--again")
    private boolean again;

    public MoveCommand(Surroundings surroundings) {
        super(surroundings, ActionKind.REPLAY);
    }

    @Override
    Action action(String destination, MessageSelection messages) {
        return Action.ReplayDeadLetters.move(destination, messages, to).again(again);
    }
}
