package dev.signalbox.cli.act;

import dev.signalbox.cli.shell.Terminal;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.gate.Confirmation;
import dev.signalbox.core.port.Plan;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Gets the operator's yes to a plan. Where nobody can answer, only what was said beforehand counts.
final class Review {
    private final Terminal terminal;
    private final Consent consent;

    Review(Terminal terminal, Consent consent) {
        this.terminal = terminal;
        this.consent = consent;
    }

    /// @param nameAsked the target's name has to be typed
    Optional<Confirmation> of(Plan plan, boolean nameAsked) {
        if (nameAsked) {
            Optional<String> typed = consent.name().or(() -> askName(plan));
            return typed.map(name -> new Confirmation(plan.id(), Optional.of(name)));
        }
        if (consent.isYes() || askYes(plan)) {
            return Optional.of(Confirmation.of(plan.id()));
        }
        return Optional.empty();
    }

    private Optional<String> askName(Plan plan) {
        if (!terminal.interactive()) {
            terminal.err().println(Words.get("action.nameNeeded", plan.action().target()));
            return Optional.empty();
        }
        return terminal.ask(Words.get("action.typeName"));
    }

    private boolean askYes(Plan plan) {
        if (!terminal.interactive()) {
            terminal.err().println(Words.get("action.yesNeeded"));
            return false;
        }
        String question = Words.get("action.ask", PlanText.title(plan));
        List<String> yes = List.of(Words.get("action.yes").split(" ", -1));
        return terminal.ask(question)
                .filter(answer -> yes.contains(answer.toLowerCase(Locale.ROOT)))
                .isPresent();
    }
}
