package dev.signalbox.cli.act;

import dev.signalbox.cli.shell.Surroundings;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.port.Action;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Sends copies of dead letters to where they came from.
@Command(name = "replay", resourceBundle = Words.BUNDLE)
public final class ReplayCommand extends LetterActionCommand {
    @Option(names = "--to", paramLabel = "DESTINATION")
    private @Nullable String to;

    @Option(names = "--again")
    private boolean again;

    public ReplayCommand(Surroundings surroundings) {
        super(surroundings, ActionKind.REPLAY);
    }

    @Override
    Action action(String destination, MessageSelection letters) {
        return new Action.ReplayDeadLetters(destination, letters, Optional.ofNullable(to), again);
    }
}
