package dev.signalbox.cli.read;

import dev.signalbox.cli.shell.Figures;
import dev.signalbox.cli.shell.Table;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.model.Destination;
import dev.signalbox.core.monitor.ConnectionState;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The places dead letters lie in, one a line.
final class PlaceTable {
    private final Table table =
            new Table(
                    Table.Column.text(Words.get("column.deadLetters")),
                    Table.Column.text(Words.get("column.deadLetterOf")),
                    Table.Column.figure(Words.get("column.messages")),
                    Table.Column.figure(Words.get("column.perMinute")),
                    Table.Column.text(Words.get("column.profile")));

    /// The fullest first.
    static Stream<Destination> placesOf(ConnectionState state) {
        return state.snapshot().stream()
                .flatMap(snapshot -> snapshot.destinations().stream())
                .filter(Destination::isDeadLetters)
                .sorted(
                        Comparator.comparingLong(
                                        (Destination each) -> each.retained().value().orElse(-1))
                                .reversed());
    }

    void add(ConnectionState state, Destination place) {
        @Nullable Double rate = state.derived().deadLetterRates().get(place.name());
        table.add(
                place.name(),
                place.deadLetterOf().orElse(Figures.UNKNOWN),
                Figures.of(place.retained()),
                Figures.of(rate == null ? OptionalDouble.empty() : OptionalDouble.of(rate)),
                state.profile().id());
    }

    boolean isEmpty() {
        return table.isEmpty();
    }

    List<String> lines() {
        return table.lines();
    }
}
