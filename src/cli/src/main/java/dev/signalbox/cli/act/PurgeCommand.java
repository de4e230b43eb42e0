package dev.signalbox.cli.act;

import dev.signalbox.cli.shell.Session;
import dev.signalbox.cli.shell.Surroundings;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.port.Action;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Removes messages, backup first.
@Command(name = "purge", resourceBundle = Words.BUNDLE)
public final class PurgeCommand extends ActionCommand {
    @Parameters(paramLabel = "DESTINATION", descriptionKey = "parameter.destination")
    private String destination = "";

    @Mixin private final Selecting selecting = new Selecting();

    public PurgeCommand(Surroundings surroundings) {
        super(surroundings, ActionKind.PURGE);
    }

    @Override
    Action action(Session session) {
        return new Action.PurgeDestination(destination, selecting.in(destination));
    }
}
