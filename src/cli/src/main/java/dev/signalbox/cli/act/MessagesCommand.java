package dev.signalbox.cli.act;

import dev.signalbox.cli.shell.ExitCode;
import dev.signalbox.cli.shell.Failure;
import dev.signalbox.cli.shell.SearchProgress;
import dev.signalbox.cli.shell.Session;
import dev.signalbox.cli.shell.Surroundings;
import dev.signalbox.cli.shell.Where;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.deadletter.LetterSearch;
import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.profile.Profile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A command about messages of any destination: those that are meant are looked up first.
abstract class MessagesCommand extends ActionCommand {
    @Parameters(paramLabel = "DESTINATION", descriptionKey = "parameter.destination")
    private String destination = "";

    @Mixin private final Selecting selecting = new Selecting();

    @Mixin private final Where where = new Where();

    @Option(names = "--first", paramLabel = "COUNT")
    private @Nullable Integer first;

    private final ActionKind kind;

    MessagesCommand(Surroundings surroundings, ActionKind kind) {
        super(surroundings, kind);
        this.kind = kind;
    }

    /// What is to be done with these messages.
    abstract Action action(String destination, MessageSelection messages);

    @Override
    Action action(Session session) throws Failure, ConnectorException, InterruptedException {
        MessageSelection within = selecting.in(destination);
        if (first != null && !(within instanceof MessageSelection.All)) {
            throw refused(ProblemKind.INVALID, Words.get("purge.one-choice"));
        }
        if (first != null && first < 1) {
            throw refused(ProblemKind.INVALID, Words.get("purge.count"));
        }
        MessageSelection frozen = frozen(session, within);
        if (frozen instanceof MessageSelection.Ranges(var ranges) && ranges.isEmpty()) {
            throw refused(ProblemKind.NOT_FOUND, Words.get("letters.none", destination));
        }
        return action(destination, frozen);
    }

    /// What arrives after this is not meant.
    private MessageSelection frozen(Session session, MessageSelection within)
            throws Failure, ConnectorException, InterruptedException {
        Profile profile = session.offering(kind);
        LetterSearch search =
                new LetterSearch(
                        session.workbench().connections().reader(profile.id()),
                        session.workbench().connections().rules(profile.id()),
                        destination,
                        where.filter());
        if (first != null) {
            return search.first(first);
        }
        SearchProgress progress = new SearchProgress(terminal());
        MessageSelection frozen = search.freeze(within, progress::read);
        progress.end();
        return frozen;
    }

    private static Failure refused(ProblemKind kind, String summary) {
        return new Failure(new Problem(kind, summary, ""), ExitCode.REFUSED);
    }
}
