package dev.signalbox.cli.read;

import dev.signalbox.cli.shell.Figures;
import dev.signalbox.cli.shell.Plain;
import dev.signalbox.cli.shell.Table;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.metrics.Derived;
import dev.signalbox.core.model.ConsumerGroup;
import dev.signalbox.core.model.Destination;
import dev.signalbox.core.monitor.ConnectionState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All connections on one page: what needs somebody first, then what flows.
public final class LivePicture {
    /// Keeps the page within a usual terminal.
    private static final int MOST_ROWS = 12;

    private final List<ConnectionState> states;
    private final Instant now;

    public LivePicture(List<ConnectionState> states, Instant now) {
        this.states = List.copyOf(states);
        this.now = now;
    }

    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        states.forEach(state -> addConnection(lines, state));
        addLetters(lines);
        addTransactions(lines);
        addGroups(lines);
        addDestinations(lines);
        return lines;
    }

    private void addConnection(List<String> lines, ConnectionState state) {
        lines.add(
                Words.get(
                        "watch.connection",
                        state.phase(),
                        Plain.of(state.profile().name()),
                        state.snapshot()
                                .map(s -> s.server().product() + " " + s.server().version())
                                .map(Plain::of)
                                .orElse(Figures.UNKNOWN),
                        Figures.of(state.age(now))));
        state.problem().ifPresent(problem -> lines.add("  " + Plain.of(problem.summary())));
        state.snapshot().stream()
                .flatMap(snapshot -> snapshot.server().warnings().stream())
                .forEach(warning -> lines.add("  ! " + Plain.of(warning.summary())));
        Derived derived = state.derived();
        if (derived.throughput().isPresent()) {
            lines.add(
                    Words.get(
                            "watch.figures",
                            Figures.of(derived.throughput()),
                            Figures.percent(derived.successShare()),
                            derived.latency().map(Figures::p95).orElse(Figures.UNKNOWN),
                            Figures.percent(derived.availability())));
        }
        state.snapshot().stream()
                .flatMap(snapshot -> snapshot.gaps().stream())
                .forEach(gap -> lines.add("  " + Plain.of(gap.summary())));
    }

    private void addLetters(List<String> lines) {
        PlaceTable table = new PlaceTable();
        states.forEach(
                state ->
                        PlaceTable.placesOf(state)
                                .filter(place -> place.retained().value().orElse(1) > 0)
                                .forEach(place -> table.add(state, place)));
        if (!table.isEmpty()) {
            addPart(lines, table.lines());
        }
    }

    private void addTransactions(List<String> lines) {
        TransactionTable table = new TransactionTable(now);
        states.forEach(table::addAll);
        if (!table.isEmpty()) {
            addPart(lines, table.lines());
        }
    }

    private void addGroups(List<String> lines) {
        GroupTable table = new GroupTable();
        for (ConnectionState state : states) {
            state.snapshot().stream()
                    .flatMap(snapshot -> snapshot.groups().stream())
                    .sorted(
                            Comparator.comparingLong(
                                            (ConsumerGroup each) -> each.totalLag().orElse(-1))
                                    .reversed())
                    .forEach(group -> table.add(state, group));
        }
        if (!table.isEmpty()) {
            addPart(lines, table.lines());
        }
    }

    private void addDestinations(List<String> lines) {
        Table table =
                new Table(
                        Table.Column.text(Words.get("column.destination")),
                        Table.Column.figure(Words.get("column.messages")),
                        Table.Column.figure(Words.get("column.perSecond")),
                        Table.Column.text(Words.get("column.profile")));
        for (ConnectionState state : states) {
            liveliest(state)
                    .forEach(
                            each ->
                                    table.add(
                                            each.name(),
                                            Figures.of(each.retained()),
                                            Figures.of(rate(state, each)),
                                            state.profile().id()));
        }
        if (!table.isEmpty()) {
            addPart(lines, table.lines());
        }
    }

    private static Stream<Destination> liveliest(ConnectionState state) {
        return state.snapshot().stream()
                .flatMap(snapshot -> snapshot.destinations().stream())
                .filter(each -> !each.internal() && !each.isDeadLetters())
                .sorted(
                        Comparator.comparingDouble(
                                        (Destination each) -> rate(state, each).orElse(-1))
                                .reversed());
    }

    private static OptionalDouble rate(ConnectionState state, Destination destination) {
        @Nullable Double rate = state.derived().rates().get(destination.name());
        return rate == null ? OptionalDouble.empty() : OptionalDouble.of(rate);
    }

    private static void addPart(List<String> lines, List<String> part) {
        lines.add("");
        lines.addAll(part.subList(0, Math.min(part.size(), MOST_ROWS + 1)));
        if (part.size() > MOST_ROWS + 1) {
            lines.add(Words.get("watch.more", part.size() - MOST_ROWS - 1));
        }
    }
}
