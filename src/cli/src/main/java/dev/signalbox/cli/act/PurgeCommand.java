package dev.signalbox.cli.act;

import dev.signalbox.cli.shell.Surroundings;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.port.Action;
import picocli.CommandLine.Command;

/// Removes messages, backup first.
@Command(name = "purge", resourceBundle = Words.BUNDLE)
public final class PurgeCommand extends MessagesCommand {
    public PurgeCommand(Surroundings surroundings) {
        super(surroundings, ActionKind.PURGE);
    }

    @Override
    Action action(String destination, MessageSelection messages) {
        return new Action.PurgeDestination(destination, messages);
    }
}
