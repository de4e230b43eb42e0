package dev.signalbox.app.queues;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.browse.BrowseView;
import dev.signalbox.app.chart.SeriesChart;
import dev.signalbox.app.fx.Showing;
import dev.signalbox.app.live.Live;
import dev.signalbox.app.live.Loaded;
import dev.signalbox.app.messages.TransferLine;
import dev.signalbox.app.nav.FeatureId;
import dev.signalbox.app.nav.Focus;
import dev.signalbox.app.parts.DetailHead;
import dev.signalbox.app.parts.Frame;
import dev.signalbox.app.parts.Pill;
import dev.signalbox.app.table.SheetTable;
import dev.signalbox.app.text.Formats;
import dev.signalbox.app.text.Shown;
import dev.signalbox.core.port.Details.DestinationDetails;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One destination: its messages, partitions, consumers, settings and figures; publish and purge.
final class QueueDetailView extends VBox {
    private final QueuesViewModel model;
    private final BrowseView browse;
    private final DetailHead head = new DetailHead();
    private final Pill relation = new Pill();
    private final Pill full = new Pill();
    private final FigureLine figures = new FigureLine();
    private final SheetTable bindings;
    private final Tab bindingTab;
    private final Tab partitionTab;
    private final Tab figureTab;
    private final TabPane tabs;
    private final Live live;
    private final QueueButtons buttons;
    private final PartitionTable partitions;
    private final ReaderTable readers;
    private final SettingTable settings;
    private final SeriesChart rate =
            new SeriesChart(text("queues.chart.rate"), amount -> Formats.rate(amount));
    private final SeriesChart depth =
            new SeriesChart(
                    text("queues.chart.depth"), amount -> Formats.number(Math.round(amount)));
    private Optional<QueueItem> open = Optional.empty();

    QueueDetailView(QueuesViewModel model, BrowseView browse, Frame frame) {
        this.model = model;
        this.browse = browse;
        this.live = frame.live();
        bindings = new SheetTable("bindings", frame.preferences());
        bindingTab = tab("queues.tab.bindings", bindings);
        partitions = new PartitionTable(frame.preferences());
        settings = new SettingTable(frame.preferences());
        this.readers =
                new ReaderTable(
                        frame.preferences(),
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
        buttons = new QueueButtons(model, frame);
        head.setParts(List.of(relation, full), buttons.all());
        HBox charts = new HBox(rate, depth);
        charts.getStyleClass().add("detail-body");
        HBox.setHgrow(rate, Priority.ALWAYS);
        HBox.setHgrow(depth, Priority.ALWAYS);
        figureTab = tab("queues.tab.charts", charts);
        figureTab.selectedProperty().subscribe(_ -> open.ifPresent(this::draw));
        partitionTab = tab("queues.tab.partitions", partitions);
        tabs =
                new TabPane(
                        tab("queues.tab.messages", browse),
                        partitionTab,
                        tab("queues.tab.consumers", readers),
                        tab("queues.tab.settings", settings),
                        figureTab);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        VBox.setVgrow(tabs, Priority.ALWAYS);
        getChildren().addAll(head, figures, new TransferLine(model.transfer()), tabs);
        model.details().details().when(Showing.of(this)).subscribe(this::showDetails);
    }

    private void showDetails(Loaded<DestinationDetails> details) {
        settings.show(details);
        details.ready().ifPresent(known -> browse.setLook(known.look().orElse("")));
        details.ready()
                .flatMap(known -> known.sheets().stream().findFirst())
                .ifPresent(sheet -> bindings.show(sheet, text("queues.bindings.none")));
    }

    /// A topic has partitions, a queue has bindings.
    private void offerTabs(boolean queue) {
        Tab offered = queue ? bindingTab : partitionTab;
        if (!tabs.getTabs().contains(offered)) {
            tabs.getTabs().set(1, offered);
        }
    }

    private static Tab tab(String titleKey, Node content) {
        Tab tab = new Tab(text(titleKey), content);
        tab.setId(titleKey.replace('.', '-'));
        return tab;
    }

    /// Called with every new snapshot while it is open.
    void show(QueueItem item) {
        open = Optional.of(item);
        head.setTitle(item.destination().name(), item.source());
        Shown shown = item.relation();
        relation.show(shown);
        relation.setVisible(!shown.text().isEmpty());
        relation.setManaged(relation.isVisible());
        full.show(item.full());
        full.setVisible(!item.full().text().isEmpty());
        full.setManaged(full.isVisible());
        figures.show(item, live.now().getValue());
        offerTabs(item.destination().queue().isPresent());
        buttons.show(item);
        partitions.show(item.destination().partitions());
        readers.show(model.readersOf(item), item.destination().name());
        draw(item);
        model.details().read(item.key());
        // Looking at a queue may mark its messages as delivered; at a log it changes nothing.
        browse.open(item.key(), item.destination().kind());
    }

    /// Only while they are looked at: a tab that is not selected is laid out like any other.
    private void draw(QueueItem item) {
        if (figureTab.isSelected()) {
            rate.show(List.of(new SeriesChart.Line("", model.ratesOf(item.key()))));
            depth.show(List.of(new SeriesChart.Line("", model.depthOf(item.key()))));
        }
    }

    void close() {
        open = Optional.empty();
        model.details().close();
        browse.close();
    }
}
