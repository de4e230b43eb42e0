package dev.signalbox.cli.act;

import dev.signalbox.cli.shell.Session;
import dev.signalbox.cli.shell.Surroundings;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.port.Action;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Sends copies of dead letters to where they came from.
@Command(name = "replay", resourceBundle = Words.BUNDLE)
public final class ReplayCommand extends ActionCommand {
    @Parameters(paramLabel = "DESTINATION", descriptionKey = "parameter.deadLetters")
    private String destination = "";

    @Mixin private final Selecting selecting = new Selecting();

    @Option(names = "--to", paramLabel = "DESTINATION")
    private @Nullable String to;

    @Option(names = "--again")
    private boolean again;

    public ReplayCommand(Surroundings surroundings) {
        super(surroundings, ActionKind.REPLAY);
    }

    @Override
    Action action(Session session) {
        return new Action.ReplayDeadLetters(
                destination, selecting.in(destination), Optional.ofNullable(to), again);
    }
}
