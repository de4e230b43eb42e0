package dev.signalbox.app.overview;

import dev.signalbox.app.live.Live;
import dev.signalbox.app.live.Source;
import dev.signalbox.core.metrics.Derived.GroupTrend;
import dev.signalbox.core.metrics.Point;
import dev.signalbox.core.metrics.SeriesKey;
import dev.signalbox.core.metrics.SeriesKey.Kind;
import dev.signalbox.core.monitor.ConnectionState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import javafx.beans.value.ObservableValue;

/// What needs a hand and how the whole is doing, over all connections shown.
public final class OverviewViewModel {
    private final Live live;
    private final ObservableValue<List<Need>> needs;
    private final ObservableValue<List<Figure>> figures;
    private final ObservableValue<List<AvailabilityItem>> availability;

    public OverviewViewModel(Live live) {
        this.live = live;
        this.needs = live.shown().map(states -> Needs.of(states, live.now().getValue()));
        this.figures = live.shown().map(states -> new Figures(live, states).all());
        this.availability = live.shown().map(OverviewViewModel::availabilityOf);
    }

    /// The most urgent first.
    ObservableValue<List<Need>> needs() {
        return needs;
    }

    ObservableValue<List<Figure>> figures() {
        return figures;
    }

    ObservableValue<List<AvailabilityItem>> availability() {
        return availability;
    }

    /// Whether some of what the figures are made of is old.
    boolean isStale() {
        return live.shown().get().stream()
                .anyMatch(
                        state ->
                                state.snapshot().isPresent()
                                        && state.phase() != ConnectionState.Phase.LIVE);
    }

    private static List<AvailabilityItem> availabilityOf(List<ConnectionState> states) {
        List<AvailabilityItem> items = new ArrayList<>();
        for (ConnectionState state : states) {
            Source source = Source.of(state);
            items.add(new AvailabilityItem(source, "", state.derived().availability()));
            state.snapshot().stream()
                    .flatMap(known -> known.groups().stream())
                    .map(
                            group ->
                                    new AvailabilityItem(
                                            source, group.id(), ofGroup(state, group.id())))
                    .forEach(items::add);
        }
        return items;
    }

    private static OptionalDouble ofGroup(ConnectionState state, String group) {
        Map<String, GroupTrend> trends = state.derived().groups();
        GroupTrend trend = trends.get(group);
        return trend == null ? OptionalDouble.empty() : trend.availability();
    }

    /// What comes in and what is processed, of each broker shown.
    List<Flow> flows() {
        return live.shown().get().stream()
                .map(
                        state ->
                                new Flow(
                                        state.profile().name(),
                                        live.points(
                                                state.profile().id(),
                                                SeriesKey.total(Kind.TOTAL_IN_RATE)),
                                        live.points(
                                                state.profile().id(),
                                                SeriesKey.total(Kind.TOTAL_CONSUME_RATE))))
                .filter(flow -> !flow.in().isEmpty() || !flow.processed().isEmpty())
                .toList();
    }

    /// The rates of one connection.
    record Flow(String connection, List<Point> in, List<Point> processed) {}
}
