package dev.signalbox.app.overview;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.chart.SeriesChart;
import dev.signalbox.app.fx.Showing;
import dev.signalbox.app.nav.FeatureId;
import dev.signalbox.app.parts.ConnectionLines;
import dev.signalbox.app.parts.Frame;
import dev.signalbox.app.parts.Page;
import dev.signalbox.app.table.Column;
import dev.signalbox.app.table.DataTable;
import dev.signalbox.app.table.TableState;
import dev.signalbox.app.text.Formats;
import dev.signalbox.app.text.Shown;
import dev.signalbox.app.text.Tone;
import dev.signalbox.core.monitor.ConnectionState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The first screen of an incident: what needs a hand, and how the whole is doing.
final class OverviewView extends StackPane {
    private final OverviewViewModel model;
    private final Map<String, FigureTile> tiles = new LinkedHashMap<>();
    private final HBox figures = new HBox();
    private final NeedList needs;
    private final DataTable<String, AvailabilityItem> availability =
            new DataTable<>(AvailabilityItem::key, availabilityColumns());
    private final SeriesChart flow =
            new SeriesChart(text("overview.flow"), amount -> Formats.rate(amount));

    OverviewView(OverviewViewModel model, Frame frame) {
        this.model = model;
        this.needs = new NeedList(need -> open(need, frame));
        figures.getStyleClass().add("tiles");
        HBox.setHgrow(needs, Priority.ALWAYS);
        needs.setPrefWidth(660);
        HBox middle = new HBox(needs, side());
        middle.getStyleClass().add("columns");
        VBox.setVgrow(middle, Priority.ALWAYS);
        VBox body = new VBox(figures, middle, flowPanel());
        body.getStyleClass().add("rows");
        getChildren()
                .add(new Page(FeatureId.OVERVIEW, ConnectionLines.gapsOnly(frame.live()), body));
        availability.choosable("availability", frame.preferences());
        availability.setState(new TableState.Loading());
        // With every new state, also when the same needs are found: what they are made of may have
        // aged.
        frame.live().shown().when(Showing.of(this)).subscribe(this::show);
    }

    private void show(List<ConnectionState> states) {
        showFigures(model.figures().getValue());
        needs.show(
                model.needs().getValue(),
                states.stream().allMatch(state -> state.snapshot().isPresent()));
        availability.setItems(model.availability().getValue());
    }

    private VBox side() {
        Label title = new Label(text("overview.availability"));
        title.getStyleClass().add("panel-title");
        VBox.setVgrow(availability, Priority.ALWAYS);
        VBox side = new VBox(title, availability);
        side.getStyleClass().add("panel");
        side.setPrefWidth(380);
        side.setMinWidth(300);
        return side;
    }

    private VBox flowPanel() {
        VBox panel = new VBox(flow);
        VBox.setVgrow(flow, Priority.ALWAYS);
        panel.getStyleClass().add("panel");
        panel.setPrefHeight(190);
        panel.setMinHeight(150);
        return panel;
    }

    private static List<Column<AvailabilityItem>> availabilityColumns() {
        return List.of(
                Column.<AvailabilityItem>words("overview.what", OverviewView::name).grows(),
                Column.<AvailabilityItem>label(
                                "overview.kind",
                                item ->
                                        text(
                                                item.group().isEmpty()
                                                        ? "overview.kind.connection"
                                                        : "overview.kind.group"))
                        .width(90),
                Column.<AvailabilityItem>share("overview.share", AvailabilityItem::share)
                        .width(84)
                        .explained("overview.share.hint"));
    }

    private static Shown name(AvailabilityItem item) {
        return item.group().isEmpty()
                ? new Shown(item.name(), "", Tone.PLAIN, Optional.of(Feather.SERVER))
                : new Shown(item.name(), "", Tone.PLAIN, Optional.of(Feather.USERS));
    }

    private static void open(Need need, Frame frame) {
        need.to()
                .ifPresentOrElse(
                        target -> frame.navigator().show(target.feature(), target.focus()),
                        frame.live()::pollNow);
    }

    private void showFigures(List<Figure> newer) {
        for (Figure figure : newer) {
            tiles.computeIfAbsent(
                            figure.id(),
                            id -> {
                                FigureTile tile = new FigureTile(id);
                                figures.getChildren().add(tile);
                                return tile;
                            })
                    .show(figure);
        }
        tiles.values().forEach(tile -> tile.setStale(model.isStale()));
        showFlow();
    }

    private void showFlow() {
        List<OverviewViewModel.Flow> flows = model.flows();
        if (flows.size() == 1) {
            flow.show(
                    List.of(
                            new SeriesChart.Line(text("overview.flow.in"), flows.getFirst().in()),
                            new SeriesChart.Line(
                                    text("overview.flow.processed"),
                                    flows.getFirst().processed())));
        } else {
            flow.show(
                    flows.stream()
                            .map(one -> new SeriesChart.Line(one.connection(), one.in()))
                            .toList());
        }
    }
}
