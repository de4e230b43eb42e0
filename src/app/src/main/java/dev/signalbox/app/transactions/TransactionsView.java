package dev.signalbox.app.transactions;

import static dev.signalbox.app.text.AppTexts.text;
import static dev.signalbox.app.text.AppTexts.word;

import dev.signalbox.app.chart.SeriesChart;
import dev.signalbox.app.fx.Showing;
import dev.signalbox.app.live.Live;
import dev.signalbox.app.nav.FeatureId;
import dev.signalbox.app.nav.Focus;
import dev.signalbox.app.parts.ConnectionLines;
import dev.signalbox.app.parts.Emptiness;
import dev.signalbox.app.parts.Frame;
import dev.signalbox.app.parts.MasterDetail;
import dev.signalbox.app.parts.Page;
import dev.signalbox.app.table.Column;
import dev.signalbox.app.table.DataTable;
import dev.signalbox.app.table.TableState;
import dev.signalbox.app.text.Formats;
import dev.signalbox.core.model.TransactionStatus.Phase;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// All global transactions in one table; the selected one below it.
final class TransactionsView extends StackPane {
    private static final List<Phase> PHASES =
            List.of(Phase.RUNNING, Phase.COMMITTING, Phase.ROLLING_BACK, Phase.STUCK);

    private final TransactionsViewModel model;
    private final Live live;
    private final Column<TransactionItem> connection =
            Column.<TransactionItem>label("column.connection", item -> item.source().name())
                    .width(110);
    private final List<Column<TransactionItem>> columns = Transactions.columns(connection);
    private final DataTable<Focus, TransactionItem> table =
            new DataTable<>(TransactionItem::key, columns);
    private final TransactionDetail detail;
    private final MasterDetail split;
    private final SeriesChart chart = SeriesChart.ofCounts(text("transactions.chart"));
    private final Page page;
    private boolean drawable;

    TransactionsView(TransactionsViewModel model, Frame frame) {
        this.model = model;
        this.live = frame.live();
        this.detail = new TransactionDetail(model);
        this.split = new MasterDetail(table, detail, table::clearSelection);
        VBox.setVgrow(split, Priority.ALWAYS);
        chart.setId("transactions-chart");
        chart.getStyleClass().add("transaction-chart");
        chart.setPrefHeight(150);
        chart.setMinHeight(150);
        chart.managedProperty().bind(chart.visibleProperty());
        this.page =
                new Page(
                        FeatureId.TRANSACTIONS,
                        new ConnectionLines(frame.live()),
                        new VBox(split, chart));
        table.setId("transactions");
        getChildren().add(page);
        page.setTools(table.filterField());
        table.choosable("transactions", frame.preferences());
        table.sortedBy(columns.get(5), SortType.DESCENDING).stale(item -> !item.source().live());
        table.setState(new TableState.Loading());
        live.shown().when(Showing.of(this)).subscribe(_ -> show());
        live.shown().when(Showing.of(this)).subscribe(_ -> showChart());
        live.now().when(Showing.of(this)).subscribe(_ -> show());
        table.selected().subscribe(this::showDetail);
    }

    private void show() {
        List<TransactionItem> items = model.items();
        table.setShown(
                connection,
                items.stream().map(item -> item.source().name()).distinct().count() > 1);
        long waiting = items.stream().filter(TransactionItem::asksForAttention).count();
        page.setSummary(
                model.isKnown()
                        ? text(
                                "transactions.summary",
                                items.size(),
                                Formats.number(items.size()),
                                waiting,
                                Formats.number(waiting))
                        : "");
        table.setState(Emptiness.of(live.shown().get(), text("transactions.empty")));
        table.setItems(items);
    }

    /// Where nobody has told of any transaction there is nothing to draw.
    private void showChart() {
        List<SeriesChart.Line> lines =
                PHASES.stream()
                        .map(
                                phase ->
                                        new SeriesChart.Line(
                                                word("transaction-phase", phase),
                                                model.history(phase)))
                        .toList();
        chart.show(lines);
        drawable = lines.stream().anyMatch(line -> !line.points().isEmpty());
        chart.setVisible(drawable && table.selected().getValue().isEmpty());
    }

    private void showDetail(Optional<TransactionItem> item) {
        item.ifPresentOrElse(detail::show, detail::close);
        split.setDetailShown(item.isPresent());
        // The branches need the room.
        chart.setVisible(drawable && item.isEmpty());
    }

    void focus(Focus focus) {
        table.select(focus);
    }
}
