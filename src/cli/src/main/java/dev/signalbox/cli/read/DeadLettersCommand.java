package dev.signalbox.cli.read;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.cli.json.Json;
import dev.signalbox.cli.json.LetterJson;
import dev.signalbox.cli.shell.ConnectedCommand;
import dev.signalbox.cli.shell.ExitCode;
import dev.signalbox.cli.shell.Failure;
import dev.signalbox.cli.shell.SearchProgress;
import dev.signalbox.cli.shell.Session;
import dev.signalbox.cli.shell.Surroundings;
import dev.signalbox.cli.shell.Where;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.deadletter.DeadLetter;
import dev.signalbox.core.deadletter.LetterFilter;
import dev.signalbox.core.deadletter.LetterSearch;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.monitor.Connections;
import dev.signalbox.core.problem.ConnectorException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The places dead letters lie in, or the letters of one place.
@Command(name = "list", resourceBundle = Words.BUNDLE)
public final class DeadLettersCommand extends ConnectedCommand {
    @Parameters(
            arity = "0..1",
            paramLabel = "DESTINATION",
            descriptionKey = "parameter.deadLetters")
    private @Nullable String destination;

    @Option(names = "--newest", paramLabel = "COUNT", defaultValue = "50")
    private int newest = 50;

    @Mixin private final Where where = new Where();

    public DeadLettersCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() throws Failure, ConnectorException, InterruptedException {
        try (Session session = openToRead()) {
            if (destination == null) {
                showPlaces(session);
                return failedOrOk(session);
            }
            showLetters(read(session, destination));
            return ExitCode.OK;
        }
    }

    private void showPlaces(Session session) {
        ArrayNode all = Json.array();
        PlaceTable table = new PlaceTable();
        for (ConnectionState state : session.states()) {
            PlaceTable.placesOf(state)
                    .forEach(
                            place -> {
                                table.add(state, place);
                                ObjectNode node = all.addObject();
                                node.put("destination", place.name());
                                Json.putText(node, "deadLetterOf", place.deadLetterOf());
                                Json.put(node, "messages", place.retained());
                                node.put("profile", state.profile().id());
                            });
        }
        if (output().isJson()) {
            output().write(terminal(), all);
        } else {
            write(session, table.lines());
        }
    }

    private List<DeadLetter> read(Session session, String place)
            throws Failure, ConnectorException, InterruptedException {
        String profile = session.holding(place).id();
        LetterFilter filter = where.filter();
        // Which are the newest is known of all letters only, once some of them are left out.
        MessageSelection within =
                filter.isAll() ? new MessageSelection.Newest(newest) : new MessageSelection.All();
        Deque<DeadLetter> letters = new ArrayDeque<>();
        SearchProgress progress = new SearchProgress(terminal());
        Connections connections = session.workbench().connections();
        new LetterSearch(connections.reader(profile), connections.rules(profile), place, filter)
                .forEach(
                        within,
                        letter -> {
                            letters.add(letter);
                            if (letters.size() > newest) {
                                letters.removeFirst();
                            }
                        },
                        progress::read);
        progress.end();
        return List.copyOf(letters);
    }

    private void showLetters(List<DeadLetter> letters) {
        if (output().isJson()) {
            ArrayNode all = Json.array();
            letters.forEach(letter -> all.add(LetterJson.of(letter)));
            output().write(terminal(), all);
            return;
        }
        LetterTable table = new LetterTable();
        letters.forEach(table::add);
        table.lines().forEach(terminal().out()::println);
    }
}
