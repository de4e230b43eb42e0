package dev.signalbox.cli.act;

import dev.signalbox.cli.shell.Failure;
import dev.signalbox.cli.shell.Session;
import dev.signalbox.cli.shell.Surroundings;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.deadletter.ReplayedPrefix;
import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.model.Destination;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.model.Snapshot;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Removes dead letters, backup first. A broker that keeps a log can remove its oldest messages only, and refuses any
/// other choice.
@Command(name = "discard", resourceBundle = Words.BUNDLE)
public final class DiscardCommand extends LetterActionCommand {
    @Option(names = "--replayed")
    private boolean replayed;

    public DiscardCommand(Surroundings surroundings) {
        super(surroundings, ActionKind.PURGE);
    }

    @Override
    MessageSelection letters(Session session, Profile profile, String from)
            throws Failure, ConnectorException, InterruptedException {
        if (!replayed) {
            return super.letters(session, profile, from);
        }
        Optional<String> other = firstGiven(CHOOSING);
        if (other.isPresent()) {
            throw refused(ProblemKind.INVALID, Words.get("discard.replayedOr", other.get()));
        }
        List<Range> letters = new ArrayList<>();
        Optional<Snapshot> snapshot =
                session.workbench()
                        .connections()
                        .state(profile.id())
                        .flatMap(ConnectionState::snapshot);
        if (snapshot.isPresent()) {
            ReplayedPrefix prefix =
                    new ReplayedPrefix(
                            session.workbench().connections().reader(profile.id()),
                            session.workbench().replays(),
                            snapshot.get().server().clusterId());
            for (Destination place : snapshot.get().destinations()) {
                if (place.name().equals(from)) {
                    letters.addAll(prefix.of(place));
                }
            }
        }
        if (letters.isEmpty()) {
            throw refused(ProblemKind.NOT_FOUND, Words.get("discard.noneReplayed", from));
        }
        return new MessageSelection.Ranges(letters);
    }

    @Override
    Action action(String destination, MessageSelection letters) {
        return new Action.PurgeDestination(destination, letters);
    }
}
