package dev.signalbox.app.transactions;

import dev.signalbox.app.live.Live;
import dev.signalbox.app.nav.Actions;
import dev.signalbox.core.metrics.Point;
import dev.signalbox.core.metrics.SeriesKey;
import dev.signalbox.core.model.TransactionStatus.Phase;
import dev.signalbox.core.port.Action;
import java.util.List;
import javafx.beans.value.ObservableValue;

/// The global transactions of all connections shown. On the FX thread.
public final class TransactionsViewModel {
    private final Live live;
    private final Actions actions;

    public TransactionsViewModel(Live live, Actions actions) {
        this.live = live;
        this.actions = actions;
    }

    /// As they stand now. They age: ask again with every snapshot and every second.
    List<TransactionItem> items() {
        return TransactionItem.of(live.shown().get(), live.now().getValue());
    }

    /// How many ask for attention.
    ObservableValue<Integer> waiting() {
        return live.shown()
                .map(
                        states ->
                                (int)
                                        TransactionItem.of(states, live.now().getValue()).stream()
                                                .filter(TransactionItem::asksForAttention)
                                                .count());
    }

    /// Whether any connection shown has told its transactions.
    boolean isKnown() {
        return live.shown().get().stream().anyMatch(state -> state.snapshot().isPresent());
    }

    /// How many were in this phase, of all connections shown: of every moment of which one of them has told it, the sum
    /// of what each told last.
    List<Point> history(Phase phase) {
        return PhaseHistory.sum(
                live.shown().get().stream()
                        .map(state -> live.points(state.profile().id(), SeriesKey.phase(phase)))
                        .filter(points -> !points.isEmpty())
                        .toList());
    }

    void rollBack(TransactionItem item) {
        actions.open(
                item.source().profileId(),
                new Action.RollbackTransaction(item.transaction().xid()));
    }

    void commit(TransactionItem item) {
        actions.open(
                item.source().profileId(), new Action.CommitTransaction(item.transaction().xid()));
    }
}
