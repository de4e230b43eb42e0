package dev.signalbox.app.consumers;

import static dev.signalbox.app.text.AppTexts.text;

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
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.layout.StackPane;

/// All groups in one table; the selected one below it.
final class ConsumersView extends StackPane {
    private final ConsumersViewModel model;
    private final Live live;
    private final Column<GroupItem> connection =
            Column.<GroupItem>label("column.connection", item -> item.source().name()).width(120);
    private final Column<GroupItem> lag =
            Column.number("consumers.lag", GroupItem::lag, "consumers.lag.unknown");
    private final DataTable<Focus, GroupItem> table = new DataTable<>(GroupItem::key, columns());
    private final MasterDetail split;
    private final GroupDetailView detail;
    private final Page page;

    ConsumersView(ConsumersViewModel model, Frame frame) {
        this.model = model;
        this.live = frame.live();
        this.detail = new GroupDetailView(model, frame);
        this.split = new MasterDetail(table, detail, table::clearSelection);
        this.page = new Page(FeatureId.CONSUMERS, new ConnectionLines(frame.live()), split);
        getChildren().add(page);
        page.setTools(table.filterField());
        table.choosable("consumers", frame.preferences());
        table.sortedBy(lag, SortType.DESCENDING).stale(item -> !item.source().live());
        // With every new state, also when there are no more and no fewer items: why there are none
        // may change.
        live.shown().when(Showing.of(this)).subscribe(_ -> show(model.items().getValue()));
        table.selected().subscribe(this::showDetail);
    }

    private List<Column<GroupItem>> columns() {
        return List.of(
                connection,
                Column.<GroupItem>label("consumers.group", item -> item.group().id())
                        .width(170)
                        .grows(),
                Column.<GroupItem>words("consumers.state", item -> Looks.of(item.group().state()))
                        .width(126),
                Column.<GroupItem>label("consumers.topics", GroupItem::topics).width(120).grows(),
                Column.<GroupItem>ranked(
                                "consumers.verdict",
                                item -> Looks.of(item.verdict()),
                                GroupItem::severity)
                        .width(98)
                        .explained("consumers.verdict.hint"),
                lag,
                Column.<GroupItem>trend("consumers.trend", item -> model().lagOf(item.key()))
                        .explained("consumers.trend.hint"),
                Column.<GroupItem>span(
                                "consumers.lag-time",
                                GroupItem::lagTime,
                                "consumers.lag-time.unknown")
                        .explained("consumers.lag-time.hint")
                        .width(104),
                Column.<GroupItem>rate("consumers.rate", GroupItem::consumeRate),
                Column.<GroupItem>span(
                                "consumers.drain",
                                GroupItem::timeToDrain,
                                "consumers.drain.unknown")
                        .explained("consumers.drain.hint"),
                Column.<GroupItem>share("consumers.availability", GroupItem::availability)
                        .explained("consumers.availability.hint"));
    }

    private ConsumersViewModel model() {
        return model;
    }

    private void show(List<GroupItem> items) {
        table.setShown(
                connection,
                items.stream().map(item -> item.source().name()).distinct().count() > 1);
        boolean known = live.shown().get().stream().anyMatch(state -> state.snapshot().isPresent());
        page.setSummary(
                known ? text("consumers.summary", items.size(), Formats.number(items.size())) : "");
        table.setState(Emptiness.of(live.shown().get(), text("consumers.empty")));
        table.setItems(items);
    }

    private void showDetail(Optional<GroupItem> item) {
        item.ifPresentOrElse(detail::show, detail::close);
        split.setDetailShown(item.isPresent());
    }

    void focus(Focus focus) {
        table.select(focus);
    }
}
