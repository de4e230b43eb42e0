package dev.signalbox.cli.act;

import dev.signalbox.cli.shell.Surroundings;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.gate.Caution;
import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.model.JsonRule;
import dev.signalbox.core.model.MessageEdits;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.problem.ConnectorException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Sends copies of dead letters to where they came from.
@Command(name = "replay", resourceBundle = Words.BUNDLE)
public final class ReplayCommand extends LetterActionCommand {
    @Option(names = "--to", paramLabel = "DESTINATION")
    private @Nullable String to;

    @Option(names = "--again")
    private boolean again;

    @Option(names = "--set", paramLabel = "RULE")
    private List<String> rules = List.of();

    @Mixin private final Caring caring = new Caring();

    public ReplayCommand(Surroundings surroundings) {
        super(surroundings, ActionKind.REPLAY);
    }

    @Override
    Caution caution() {
        return caring.caution();
    }

    @Override
    Duration follow() {
        return caring.follow();
    }

    @Override
    Action action(String destination, MessageSelection letters) throws ConnectorException {
        List<JsonRule> set = new ArrayList<>();
        for (String rule : rules) {
            set.add(JsonRule.parse(rule));
        }
        return new Action.ReplayDeadLetters(
                destination, letters, Optional.ofNullable(to), again, new MessageEdits.Rules(set));
    }
}
