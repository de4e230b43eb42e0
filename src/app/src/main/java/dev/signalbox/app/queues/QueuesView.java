package dev.signalbox.app.queues;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.browse.BrowseView;
import dev.signalbox.app.fx.Showing;
import dev.signalbox.app.live.Live;
import dev.signalbox.app.nav.FeatureId;
import dev.signalbox.app.nav.Focus;
import dev.signalbox.app.parts.ConnectionLines;
import dev.signalbox.app.parts.Emptiness;
import dev.signalbox.app.parts.Frame;
import dev.signalbox.app.parts.Looks;
import dev.signalbox.app.parts.MasterDetail;
import dev.signalbox.app.parts.Page;
import dev.signalbox.app.table.Column;
import dev.signalbox.app.table.DataTable;
import dev.signalbox.app.text.Formats;
import dev.signalbox.core.metrics.Point;
import dev.signalbox.core.model.QueueFigures.Rates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.layout.StackPane;

/// All destinations in one table; the selected one below it.
final class QueuesView extends StackPane {
    /// From this width on a queue's columns are all seen; below, what is in its detail too makes room.
    private static final double ROOMY = 1_500;

    /// Of those that only a queue has: redelivered and acknowledged.
    private static final Set<Integer> LESS_ASKED_FOR = Set.of(3, 4);

    private final QueuesViewModel model;
    private final Live live;
    private final Column<QueueItem> connection =
            Column.<QueueItem>label("column.connection", item -> item.source().name()).width(110);
    private final Column<QueueItem> name =
            Column.<QueueItem>label("queues.name", item -> item.destination().name())
                    .width(190)
                    .grows();
    private final Column<QueueItem> held =
            Column.<QueueItem>reading("queues.retained", item -> item.destination().retained())
                    .explained("queues.retained.hint")
                    .width(112);
    private final Column<QueueItem> partitions =
            Column.<QueueItem>count(
                            "queues.partitions",
                            item -> (long) item.destination().partitions().size())
                    .width(84);
    private final Column<QueueItem> trend =
            Column.<QueueItem>trend("queues.trend", item -> ratesOf(item.key()))
                    .explained("queues.trend.hint");
    private final Column<QueueItem> groups =
            Column.<QueueItem>count("queues.groups", item -> (long) item.groups().size()).width(72);
    private final List<Column<QueueItem>> ofQueues = ofQueues();
    private final DataTable<Focus, QueueItem> table = new DataTable<>(QueueItem::key, columns());
    private final QueueDetailView detail;
    private final MasterDetail split;
    private final Page page;

    QueuesView(QueuesViewModel model, BrowseView browse, Frame frame) {
        this.model = model;
        this.live = frame.live();
        this.detail = new QueueDetailView(model, browse, frame);
        this.split = new MasterDetail(table, detail, table::clearSelection);
        this.page = new Page(FeatureId.QUEUES, new ConnectionLines(frame.live()), split);
        getChildren().add(page);
        CheckBox internal = new CheckBox(text("queues.internal"));
        internal.selectedProperty().bindBidirectional(model.internalShownProperty());
        page.setTools(internal, table.filterField());
        table.choosable("queues", frame.preferences());
        table.sortedBy(name, SortType.ASCENDING).stale(item -> !item.source().live());
        // With every new state, also when there are no more and no fewer items: why there are none
        // may change.
        live.shown().when(Showing.of(this)).subscribe(_ -> show(model.items().getValue()));
        model.internalShownProperty()
                .when(Showing.of(this))
                .subscribe(_ -> show(model.items().getValue()));
        table.selected().subscribe(this::showDetail);
        widthProperty().subscribe(_ -> show(model.items().getValue()));
    }

    private List<Column<QueueItem>> columns() {
        List<Column<QueueItem>> columns = new ArrayList<>();
        columns.add(connection);
        columns.add(name);
        columns.add(
                Column.<QueueItem>words("queues.kind", item -> Looks.of(item.destination().kind()))
                        .width(64));
        columns.add(held);
        columns.add(ofQueues.get(0));
        columns.add(ofQueues.get(1));
        columns.add(
                Column.<QueueItem>figures(
                                "queues.in-rate",
                                QueueItem::in,
                                item -> item.inRate().orElse(Double.NEGATIVE_INFINITY),
                                item ->
                                        item.inRate().isPresent()
                                                ? Double.toString(item.inRate().getAsDouble())
                                                : "")
                        .explained("queues.in-rate.hint")
                        .width(80));
        columns.addAll(ofQueues.subList(2, ofQueues.size()));
        columns.add(trend);
        columns.add(groups);
        columns.add(partitions);
        columns.add(
                Column.<QueueItem>bytes("queues.bytes", item -> item.destination().bytes())
                        .explained("queues.bytes.hint"));
        columns.add(
                Column.<QueueItem>words("queues.relation", QueueItem::relation).width(180).grows());
        return columns;
    }

    /// What only a queue has: shown where there is one.
    private List<Column<QueueItem>> ofQueues() {
        return List.of(
                Column.<QueueItem>reading("queues.ready", QueueItem::ready)
                        .explained("queues.ready.hint")
                        .width(80),
                Column.<QueueItem>reading("queues.unacknowledged", QueueItem::unacknowledged)
                        .explained("queues.unacknowledged.hint")
                        .width(80),
                rate("queues.out-rate", Rates::out),
                rate("queues.redelivered-rate", Rates::redelivered),
                rate("queues.acknowledged-rate", Rates::acknowledged),
                Column.<QueueItem>span(
                                "queues.oldest",
                                item -> item.oldest(live.now().getValue()),
                                "queues.oldest.unknown")
                        .explained("queues.oldest.hint")
                        .width(96),
                Column.<QueueItem>words("queues.state", QueueItem::full)
                        .explained("queues.state.hint")
                        .width(196));
    }

    private static Column<QueueItem> rate(String key, Function<Rates, OptionalDouble> which) {
        return Column.<QueueItem>figures(
                        key,
                        item -> item.rate(which),
                        item -> item.rateOrLowest(which),
                        item -> {
                            double rate = item.rateOrLowest(which);
                            return rate < 0 ? "" : Double.toString(rate);
                        })
                .explained(key + ".hint")
                .width(72);
    }

    private List<Point> ratesOf(Focus key) {
        return model.ratesOf(key);
    }

    private void show(List<QueueItem> items) {
        table.setShown(
                connection,
                items.stream().map(item -> item.source().name()).distinct().count() > 1);
        boolean queues = items.stream().anyMatch(item -> item.destination().queue().isPresent());
        boolean roomy = getWidth() >= ROOMY;
        for (int i = 0; i < ofQueues.size(); i++) {
            table.setShown(ofQueues.get(i), queues && (roomy || !LESS_ASKED_FOR.contains(i)));
        }
        boolean topics = items.stream().anyMatch(item -> item.destination().queue().isEmpty());
        table.setShown(held, topics || !queues || roomy);
        table.setShown(trend, !queues || roomy);
        table.setShown(groups, !queues || roomy);
        table.setShown(partitions, topics || !queues);
        boolean known = live.shown().get().stream().anyMatch(state -> state.snapshot().isPresent());
        page.setSummary(
                known ? text("queues.summary", items.size(), Formats.number(items.size())) : "");
        table.setState(Emptiness.of(live.shown().get(), text("queues.empty")));
        table.setItems(items);
    }

    private void showDetail(Optional<QueueItem> item) {
        item.ifPresentOrElse(detail::show, detail::close);
        split.setDetailShown(item.isPresent());
    }

    void focus(Focus focus) {
        table.select(focus);
    }
}
