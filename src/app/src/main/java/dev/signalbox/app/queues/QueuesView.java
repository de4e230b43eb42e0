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
import java.util.List;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.layout.StackPane;

/// All destinations in one table; the selected one below it.
final class QueuesView extends StackPane {
    private final QueuesViewModel model;
    private final Live live;
    private final Column<QueueItem> connection =
            Column.<QueueItem>label("column.connection", item -> item.source().name()).width(110);
    private final Column<QueueItem> name =
            Column.<QueueItem>label("queues.name", item -> item.destination().name())
                    .width(190)
                    .grows();
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
    }

    private List<Column<QueueItem>> columns() {
        return List.of(
                connection,
                name,
                Column.<QueueItem>words("queues.kind", item -> Looks.of(item.destination().kind()))
                        .width(64),
                Column.<QueueItem>reading("queues.retained", item -> item.destination().retained())
                        .explained("queues.retained.hint")
                        .width(110),
                Column.<QueueItem>rate("queues.in-rate", QueueItem::inRate)
                        .explained("queues.in-rate.hint"),
                Column.<QueueItem>trend("queues.trend", item -> ratesOf(item.key()))
                        .explained("queues.trend.hint"),
                Column.<QueueItem>count("queues.groups", item -> (long) item.groups().size())
                        .width(72),
                Column.<QueueItem>count(
                                "queues.partitions",
                                item -> (long) item.destination().partitions().size())
                        .width(84),
                Column.<QueueItem>bytes("queues.bytes", item -> item.destination().bytes())
                        .explained("queues.bytes.hint"),
                Column.<QueueItem>words("queues.relation", QueueItem::relation).width(210).grows());
    }

    private List<Point> ratesOf(Focus key) {
        return model.ratesOf(key);
    }

    private void show(List<QueueItem> items) {
        table.setShown(
                connection,
                items.stream().map(item -> item.source().name()).distinct().count() > 1);
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
