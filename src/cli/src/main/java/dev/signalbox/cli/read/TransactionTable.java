package dev.signalbox.cli.read;

import dev.signalbox.cli.shell.Figures;
import dev.signalbox.cli.shell.Table;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.model.GlobalTransaction;
import dev.signalbox.core.monitor.ConnectionState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// Global transactions, one a line, the oldest first.
final class TransactionTable {
    private final Instant now;
    private final Table table =
            new Table(
                    Table.Column.text(Words.get("column.xid")),
                    Table.Column.text(Words.get("column.name")),
                    Table.Column.text(Words.get("column.status")),
                    Table.Column.figure(Words.get("column.age")),
                    Table.Column.figure(Words.get("column.branches")),
                    Table.Column.figure(Words.get("column.locks")),
                    Table.Column.text(Words.get("column.profile")),
                    Table.Column.text(Words.get("column.note")));

    TransactionTable(Instant now) {
        this.now = now;
    }

    void addAll(ConnectionState state) {
        state.snapshot().stream()
                .flatMap(snapshot -> snapshot.transactions().stream())
                .sorted(
                        Comparator.comparing(
                                (GlobalTransaction each) -> each.begunAt().orElse(Instant.MAX)))
                .forEach(each -> add(state, each));
    }

    private void add(ConnectionState state, GlobalTransaction transaction) {
        table.add(
                transaction.xid(),
                transaction.name(),
                transaction.status(),
                Figures.of(transaction.age(now)),
                transaction.branches().size(),
                transaction.lockCount(),
                state.profile().id(),
                transaction.note().orElse(""));
    }

    boolean isEmpty() {
        return table.isEmpty();
    }

    List<String> lines() {
        return table.lines();
    }
}
