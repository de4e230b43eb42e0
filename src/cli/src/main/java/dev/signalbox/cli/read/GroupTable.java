package dev.signalbox.cli.read;

import dev.signalbox.cli.shell.Figures;
import dev.signalbox.cli.shell.Table;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.metrics.Derived.GroupTrend;
import dev.signalbox.core.metrics.Derived.Verdict;
import dev.signalbox.core.model.ConsumerGroup;
import dev.signalbox.core.monitor.ConnectionState;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Consumer groups and how they are doing, one a line.
final class GroupTable {
    private final Table table =
            new Table(
                    Table.Column.text(Words.get("column.group")),
                    Table.Column.text(Words.get("column.state")),
                    Table.Column.figure(Words.get("column.lag")),
                    Table.Column.figure(Words.get("column.lagTime")),
                    Table.Column.figure(Words.get("column.consumed")),
                    Table.Column.figure(Words.get("column.drain")),
                    Table.Column.text(Words.get("column.verdict")),
                    Table.Column.text(Words.get("column.profile")));

    void add(ConnectionState state, ConsumerGroup group) {
        Optional<GroupTrend> trend = Optional.ofNullable(state.derived().groups().get(group.id()));
        table.add(
                group.id(),
                group.state(),
                Figures.of(group.totalLag()),
                Figures.of(trend.flatMap(GroupTrend::lagTime)),
                Figures.of(trend.map(GroupTrend::consumeRate).orElse(OptionalDouble.empty())),
                Figures.of(trend.flatMap(GroupTrend::timeToDrain)),
                trend.map(GroupTrend::verdict).orElse(Verdict.UNKNOWN),
                state.profile().id());
    }

    boolean isEmpty() {
        return table.isEmpty();
    }

    List<String> lines() {
        return table.lines();
    }
}
