package dev.signalbox.app.consumers;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.fx.Background;
import dev.signalbox.app.live.Inspection;
import dev.signalbox.app.live.Live;
import dev.signalbox.app.live.Source;
import dev.signalbox.app.nav.Focus;
import dev.signalbox.core.metrics.Derived.Verdict;
import dev.signalbox.core.metrics.Point;
import dev.signalbox.core.metrics.SeriesKey;
import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.model.Support;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.monitor.Connections;
import dev.signalbox.core.port.Details.GroupDetails;
import dev.signalbox.core.port.Subject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;

/// The groups of all connections shown, and the details of the one that is open.
public final class ConsumersViewModel {
    private final Live live;
    private final ObservableValue<List<GroupItem>> items;
    private final Inspection<GroupDetails> details;

    public ConsumersViewModel(Live live, Connections connections, Background background) {
        this.live = live;
        this.items = live.shown().map(ConsumersViewModel::itemsOf);
        this.details =
                new Inspection<>(connections, background, Subject.OfGroup::new, GroupDetails.class);
    }

    private static List<GroupItem> itemsOf(List<ConnectionState> states) {
        return states.stream().flatMap(ConsumersViewModel::itemsOf).toList();
    }

    private static Stream<GroupItem> itemsOf(ConnectionState state) {
        Source source = Source.of(state);
        return state.snapshot().stream()
                .flatMap(known -> known.groups().stream())
                .map(
                        group ->
                                new GroupItem(
                                        source,
                                        group,
                                        Optional.ofNullable(
                                                state.derived().groups().get(group.id()))));
    }

    ObservableValue<List<GroupItem>> items() {
        return items;
    }

    Inspection<GroupDetails> details() {
        return details;
    }

    /// How many groups do not keep up.
    ObservableValue<Integer> behind() {
        return items.map(
                all ->
                        (int)
                                all.stream()
                                        .filter(
                                                item ->
                                                        item.verdict() == Verdict.STALLED
                                                                || item.verdict() == Verdict.WARN)
                                        .count());
    }

    List<Point> lagOf(Focus group) {
        return live.points(group.profileId(), new SeriesKey(SeriesKey.Kind.LAG, group.subject()));
    }

    /// Whether offsets can be reset now. A group with members would commit over whatever is set.
    Support reset(GroupItem item) {
        if (item.group().state().hasMembers()) {
            return new Support.Refused(text("consumers.reset.members", item.group().id()));
        }
        return item.source().offers(ActionKind.RESET_OFFSETS);
    }
}
