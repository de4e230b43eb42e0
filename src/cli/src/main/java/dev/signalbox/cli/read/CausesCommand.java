package dev.signalbox.cli.read;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.cli.json.Json;
import dev.signalbox.cli.shell.ConnectedCommand;
import dev.signalbox.cli.shell.ExitCode;
import dev.signalbox.cli.shell.Failure;
import dev.signalbox.cli.shell.Figures;
import dev.signalbox.cli.shell.Plain;
import dev.signalbox.cli.shell.SearchProgress;
import dev.signalbox.cli.shell.Session;
import dev.signalbox.cli.shell.Surroundings;
import dev.signalbox.cli.shell.Table;
import dev.signalbox.cli.shell.Where;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.deadletter.CauseGroup;
import dev.signalbox.core.deadletter.CauseGroups;
import dev.signalbox.core.deadletter.CauseGroups.Summary;
import dev.signalbox.core.deadletter.CauseNotes.Note;
import dev.signalbox.core.deadletter.LetterSearch;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.problem.ConnectorException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// The letters of one place by cause, the largest group first.
@Command(name = "groups", resourceBundle = Words.BUNDLE)
public final class CausesCommand extends ConnectedCommand {
    private static final int CAUSE_WIDTH = 80;

    @Parameters(paramLabel = "DESTINATION", descriptionKey = "parameter.deadLetters")
    private String destination = "";

    @Mixin private final Where where = new Where();

    public CausesCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() throws Failure, ConnectorException, InterruptedException {
        try (Session session = openToRead()) {
            String profile = session.holding(destination).id();
            CauseGroups groups = new CauseGroups();
            SearchProgress progress = new SearchProgress(terminal());
            new LetterSearch(
                            session.workbench().connections().reader(profile),
                            session.workbench().connections().rules(profile),
                            destination,
                            where.filter())
                    .forEach(
                            new MessageSelection.All(),
                            groups::add,
                            read -> progress.read(read, groups));
            progress.end();
            show(groups.summary(), notes(session, profile));
        }
        return ExitCode.OK;
    }

    private Map<String, Note> notes(Session session, String profile) throws ConnectorException {
        Optional<String> cluster = session.clusterOf(profile);
        return cluster.isPresent()
                ? session.workbench().causeNotes().of(cluster.get(), destination)
                : Map.of();
    }

    private void show(Summary summary, Map<String, Note> notes) {
        if (output().isJson()) {
            output().write(terminal(), json(summary, notes));
            return;
        }
        Table table =
                new Table(
                        Table.Column.text(Words.get("column.causeId")),
                        Table.Column.figure(Words.get("column.letters")),
                        Table.Column.figure(Words.get("column.share")),
                        Table.Column.figure(Words.get("column.perHour")),
                        Table.Column.text(Words.get("column.firstSeen")),
                        Table.Column.text(Words.get("column.lastSeen")),
                        Table.Column.text(Words.get("column.state")),
                        Table.Column.text(Words.get("column.origin")),
                        Table.Column.text(Words.get("column.cause")));
        for (CauseGroup group : summary.groups()) {
            table.add(
                    group.id(),
                    group.count(),
                    Figures.percent(OptionalDouble.of(group.share())),
                    Figures.of(group.perHour()),
                    group.firstSeen().map(Object::toString).orElse(Figures.UNKNOWN),
                    group.lastSeen().map(Object::toString).orElse(Figures.UNKNOWN),
                    state(group, notes.get(group.id())),
                    group.key().origin().orElse(Figures.UNKNOWN),
                    cause(group));
        }
        table.lines().forEach(terminal().out()::println);
        if (summary.other() > 0) {
            terminal().out().println(Words.get("causes.other", summary.other()));
        }
    }

    private static String state(CauseGroup group, @org.jspecify.annotations.Nullable Note note) {
        if (note == null) {
            return Words.get("cause.NEW");
        }
        boolean returned = note.hasReturned(group.lastSeen().orElse(Instant.MIN));
        return Words.get(returned ? "cause.returned" : "cause." + note.state())
                + (note.text().isEmpty() ? "" : ": " + note.text());
    }

    private static String cause(CauseGroup group) {
        String simple = group.key().exceptionClass().replaceFirst(".*\\.", "");
        String text =
                simple
                        + (simple.isEmpty() || group.key().message().isEmpty() ? "" : ": ")
                        + group.key().message();
        return text.isEmpty() ? Figures.UNKNOWN : Plain.of(text, CAUSE_WIDTH);
    }

    private static ObjectNode json(Summary summary, Map<String, Note> notes) {
        ObjectNode node = Json.object();
        node.put("letters", summary.letters());
        node.put("other", summary.other());
        ArrayNode groups = node.putArray("groups");
        for (CauseGroup group : summary.groups()) {
            ObjectNode each = groups.addObject();
            each.put("id", group.id());
            each.put("count", group.count());
            Json.put(each, "share", OptionalDouble.of(group.share()));
            Json.put(each, "perHour", group.perHour());
            Json.putText(each, "firstSeen", group.firstSeen());
            Json.putText(each, "lastSeen", group.lastSeen());
            Json.putText(each, "origin", group.key().origin());
            each.put("exception", group.key().exceptionClass());
            each.put("message", group.key().message());
            var frames = each.putArray("frames");
            group.key().frames().forEach(frames::add);
            var sample = each.putArray("sample");
            group.sample().forEach(id -> sample.add(id.toString()));
            Note note = notes.get(group.id());
            if (note != null) {
                each.putObject("note")
                        .put("state", note.state().name())
                        .put("text", note.text())
                        .put("at", note.at().toString())
                        .put("by", note.by());
            }
        }
        return node;
    }
}
