package dev.signalbox.cli.act;

import dev.signalbox.cli.shell.Surroundings;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.port.Action;
import picocli.CommandLine.Command;

/// Removes dead letters, backup first. A broker that keeps a log can remove its oldest messages only, and refuses any
/// other choice.
@Command(name = "discard", resourceBundle = Words.BUNDLE)
public final class DiscardCommand extends LetterActionCommand {
    public DiscardCommand(Surroundings surroundings) {
        super(surroundings, ActionKind.PURGE);
    }

    @Override
    Action action(String destination, MessageSelection letters) {
        return new Action.PurgeDestination(destination, letters);
    }
}
