package dev.signalbox.app.queues;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.browse.BrowseView;
import dev.signalbox.app.browse.PublishForm;
import dev.signalbox.app.chart.SeriesChart;
import dev.signalbox.app.fx.Showing;
import dev.signalbox.app.nav.FeatureId;
import dev.signalbox.app.nav.Focus;
import dev.signalbox.app.parts.ActionButton;
import dev.signalbox.app.parts.DetailHead;
import dev.signalbox.app.parts.Frame;
import dev.signalbox.app.parts.Pill;
import dev.signalbox.app.text.Formats;
import dev.signalbox.app.text.Shown;
import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.model.DestinationKind;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.port.Action;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// One destination: its messages, partitions, consumers, settings and figures; publish and purge.
final class QueueDetailView extends VBox {
    private final QueuesViewModel model;
    private final BrowseView browse;
    private final DetailHead head = new DetailHead();
    private final Pill relation = new Pill();
    private final ActionButton publish;
    private final ActionButton purge;
    private final PartitionTable partitions = new PartitionTable();
    private final ReaderTable readers;
    private final SettingTable settings = new SettingTable();
    private final SeriesChart rate =
            new SeriesChart(text("queues.chart.rate"), amount -> Formats.rate(amount));
    private final SeriesChart depth =
            new SeriesChart(
                    text("queues.chart.depth"), amount -> Formats.number(Math.round(amount)));
    private Optional<QueueItem> open = Optional.empty();

    QueueDetailView(QueuesViewModel model, BrowseView browse, Frame frame) {
        this.model = model;
        this.browse = browse;
        this.readers =
                new ReaderTable(
                        group ->
                                open.ifPresent(
                                        item ->
                                                frame.navigator()
                                                        .show(
                                                                FeatureId.CONSUMERS,
                                                                new Focus(
                                                                        item.source().profileId(),
                                                                        group))));
        getStyleClass().add("detail");
        publish =
                new ActionButton(
                        text("queues.publish"),
                        Feather.SEND,
                        () ->
                                open.ifPresent(
                                        item ->
                                                frame.modals()
                                                        .showUntilClosed(
                                                                new PublishForm(
                                                                        item.key(), frame))));
        publish.button().setId("publish");
        purge =
                new ActionButton(
                                text("queues.purge"),
                                Feather.TRASH_2,
                                () -> open.ifPresent(item -> purge(item, frame)))
                        .dangerous();
        purge.button().setId("purge");
        head.setParts(List.of(relation), List.of(publish, purge));
        HBox charts = new HBox(rate, depth);
        charts.getStyleClass().add("detail-body");
        HBox.setHgrow(rate, Priority.ALWAYS);
        HBox.setHgrow(depth, Priority.ALWAYS);
        TabPane tabs =
                new TabPane(
                        tab("queues.tab.messages", browse),
                        tab("queues.tab.partitions", partitions),
                        tab("queues.tab.consumers", readers),
                        tab("queues.tab.settings", settings),
                        tab("queues.tab.charts", charts));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        VBox.setVgrow(tabs, Priority.ALWAYS);
        getChildren().addAll(head, tabs);
        model.details().details().when(Showing.of(this)).subscribe(settings::show);
    }

    private static Tab tab(String titleKey, Node content) {
        Tab tab = new Tab(text(titleKey), content);
        tab.setId(titleKey.replace('.', '-'));
        return tab;
    }

    private static void purge(QueueItem item, Frame frame) {
        frame.actions()
                .open(
                        item.source().profileId(),
                        new Action.PurgeDestination(
                                item.destination().name(), new MessageSelection.All()));
    }

    /// Called with every new snapshot while it is open.
    void show(QueueItem item) {
        open = Optional.of(item);
        head.setTitle(item.destination().name(), item.source());
        Shown shown = item.relation();
        relation.show(shown);
        relation.setVisible(!shown.text().isEmpty());
        relation.setManaged(relation.isVisible());
        publish.setSupport(item.source().offers(ActionKind.PUBLISH));
        purge.setSupport(item.source().offers(ActionKind.PURGE));
        partitions.show(item.destination().partitions());
        readers.show(model.readersOf(item), item.destination().name());
        rate.show(List.of(new SeriesChart.Line("", model.ratesOf(item.key()))));
        depth.show(List.of(new SeriesChart.Line("", model.depthOf(item.key()))));
        model.details().read(item.key());
        // Looking at a queue may mark its messages as delivered; at a log it changes nothing.
        browse.open(item.key(), item.destination().kind() != DestinationKind.QUEUE);
    }

    void close() {
        open = Optional.empty();
        model.details().close();
        browse.close();
    }
}
