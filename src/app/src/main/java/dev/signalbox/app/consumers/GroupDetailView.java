package dev.signalbox.app.consumers;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.chart.SeriesChart;
import dev.signalbox.app.fx.Showing;
import dev.signalbox.app.live.Loaded;
import dev.signalbox.app.parts.ActionButton;
import dev.signalbox.app.parts.DetailHead;
import dev.signalbox.app.parts.Frame;
import dev.signalbox.app.parts.Looks;
import dev.signalbox.app.parts.Pill;
import dev.signalbox.app.table.Column;
import dev.signalbox.app.table.DataTable;
import dev.signalbox.app.table.TableState;
import dev.signalbox.app.text.Formats;
import dev.signalbox.app.text.Shown;
import dev.signalbox.core.port.Details.GroupDetails;
import dev.signalbox.core.port.Details.Member;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// One group: its lag over time, its partitions, its members, and the way to reset its offsets.
final class GroupDetailView extends VBox {
    private final ConsumersViewModel model;
    private final DetailHead head = new DetailHead();
    private final Pill verdict = new Pill();
    private final ActionButton reset;
    private final SeriesChart lag =
            new SeriesChart(text("consumers.lag"), amount -> Formats.number(Math.round(amount)));
    private final DataTable<String, PositionItem> partitions =
            new DataTable<>(PositionItem::key, partitionColumns());
    private final DataTable<String, Member> members = new DataTable<>(Member::id, memberColumns());
    private final Tab memberTab = new Tab(text("consumers.members"), members);
    private Optional<GroupItem> open = Optional.empty();

    GroupDetailView(ConsumersViewModel model, Frame frame) {
        this.model = model;
        getStyleClass().add("detail");
        reset =
                new ActionButton(
                        text("consumers.reset"),
                        Feather.SKIP_BACK,
                        () ->
                                open.ifPresent(
                                        item ->
                                                frame.modals()
                                                        .show(new ResetOffsetsForm(item, frame))));
        reset.button().setId("reset-offsets");
        head.setParts(List.of(verdict), List.of(reset));
        partitions.choosable("group-partitions", frame.preferences());
        members.choosable("members", frame.preferences());
        Tab partitionTab = new Tab(text("consumers.partitions"), partitions);
        TabPane tabs = new TabPane(partitionTab, memberTab);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        HBox.setHgrow(tabs, Priority.ALWAYS);
        HBox body = new HBox(lag, tabs);
        body.getStyleClass().add("detail-body");
        VBox.setVgrow(body, Priority.ALWAYS);
        lag.setPrefWidth(400);
        lag.setMinWidth(260);
        tabs.setPrefWidth(620);
        getChildren().addAll(head, body);
        model.details().details().when(Showing.of(this)).subscribe(_ -> showDetails());
    }

    private static List<Column<PositionItem>> partitionColumns() {
        return List.of(
                Column.<PositionItem>label("consumers.topic", item -> item.position().topic())
                        .grows(),
                Column.<PositionItem>count(
                                "consumers.partition", item -> (long) item.position().partition())
                        .width(80),
                Column.<PositionItem>reading(
                        "consumers.committed", item -> item.position().committed()),
                Column.<PositionItem>reading("consumers.end", item -> item.position().end()),
                Column.<PositionItem>reading("consumers.lag", item -> item.position().lag()),
                Column.<PositionItem>words(
                                "consumers.member",
                                item ->
                                        item.member()
                                                .map(Shown::of)
                                                .orElseGet(
                                                        () ->
                                                                Shown.unknown(
                                                                        text(
                                                                                "consumers.member.none"))))
                        .grows());
    }

    private static List<Column<Member>> memberColumns() {
        return List.of(
                Column.<Member>label("consumers.member", Member::client).grows(),
                Column.<Member>label("consumers.host", Member::host),
                Column.<Member>label(
                                "consumers.assignments",
                                member -> String.join(", ", member.assignments()))
                        .grows());
    }

    /// Called with every new snapshot while it is open.
    void show(GroupItem item) {
        open = Optional.of(item);
        head.setTitle(item.group().id(), item.source());
        verdict.show(Looks.of(item.verdict()));
        reset.setSupport(model.reset(item));
        lag.show(List.of(new SeriesChart.Line("", model.lagOf(item.key()))));
        model.details().read(item.key());
        showDetails();
    }

    void close() {
        open = Optional.empty();
        model.details().close();
    }

    private void showDetails() {
        if (open.isEmpty()) {
            return;
        }
        Loaded<GroupDetails> details = model.details().details().get();
        partitions.setState(new TableState.Empty(text("consumers.partitions.none")));
        partitions.setItems(
                open.get().group().positions().stream()
                        .map(position -> PositionItem.of(position, details.ready()))
                        .toList());
        switch (details) {
            case Loaded.Loading<GroupDetails> _ -> {
                members.setState(new TableState.Loading());
                members.setItems(List.of());
                memberTab.setText(text("consumers.members"));
            }
            case Loaded.Ready<GroupDetails>(GroupDetails known) -> {
                members.setState(new TableState.Empty(text("consumers.members.none")));
                members.setItems(known.members());
                memberTab.setText(
                        text("consumers.members.count", Formats.number(known.members().size())));
            }
            case Loaded.Failed<GroupDetails>(var problem) -> {
                members.setState(new TableState.Failed(problem));
                members.setItems(List.of());
            }
        }
    }
}
