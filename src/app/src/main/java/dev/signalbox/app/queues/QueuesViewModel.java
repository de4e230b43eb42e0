package dev.signalbox.app.queues;

import dev.signalbox.app.fx.Background;
import dev.signalbox.app.fx.Background.Running;
import dev.signalbox.app.live.Inspection;
import dev.signalbox.app.live.Live;
import dev.signalbox.app.live.Source;
import dev.signalbox.app.messages.Transfer;
import dev.signalbox.app.nav.Focus;
import dev.signalbox.core.deadletter.LetterFilter;
import dev.signalbox.core.deadletter.LetterSearch;
import dev.signalbox.core.metrics.Point;
import dev.signalbox.core.metrics.SeriesKey;
import dev.signalbox.core.metrics.SeriesKey.Kind;
import dev.signalbox.core.model.ConsumerGroup;
import dev.signalbox.core.model.Destination;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.Snapshot;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.monitor.Connections;
import dev.signalbox.core.port.Details.DestinationDetails;
import dev.signalbox.core.port.Subject;
import dev.signalbox.core.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;

/// The destinations of all connections shown, and the details of the one that is open.
public final class QueuesViewModel {
    private final Live live;
    private final Connections connections;
    private final Background background;
    private final BooleanProperty internalShown = new SimpleBooleanProperty();
    private final ObservableValue<List<QueueItem>> items;
    private final Inspection<DestinationDetails> details;
    private final Transfer transfer;

    public QueuesViewModel(
            Live live, Connections connections, Background background, Transfer transfer) {
        this.live = live;
        this.transfer = transfer;
        this.connections = connections;
        this.background = background;
        this.items = live.shown().flatMap(states -> internalShown.map(all -> itemsOf(states, all)));
        this.details =
                new Inspection<>(
                        connections,
                        background,
                        Subject.OfDestination::new,
                        DestinationDetails.class);
    }

    private static List<QueueItem> itemsOf(List<ConnectionState> states, boolean internalToo) {
        List<QueueItem> items = new ArrayList<>();
        for (ConnectionState state : states) {
            state.snapshot().ifPresent(known -> addItems(items, state, known, internalToo));
        }
        return items;
    }

    private static void addItems(
            List<QueueItem> items, ConnectionState state, Snapshot known, boolean internalToo) {
        Source source = Source.of(state);
        Map<String, TreeSet<String>> readers = new HashMap<>();
        for (ConsumerGroup group : known.groups()) {
            for (ConsumerGroup.Position position : group.positions()) {
                readers.computeIfAbsent(position.topic(), _ -> new TreeSet<>()).add(group.id());
            }
        }
        Map<String, Destination> deadLetters = new HashMap<>();
        known.destinations()
                .forEach(
                        place ->
                                place.deadLetterOf()
                                        .ifPresent(origin -> deadLetters.put(origin, place)));
        for (Destination destination : known.destinations()) {
            if (internalToo || !destination.internal()) {
                items.add(
                        new QueueItem(
                                source,
                                destination,
                                rate(state, destination),
                                List.copyOf(
                                        readers.getOrDefault(destination.name(), new TreeSet<>())),
                                Optional.ofNullable(deadLetters.get(destination.name()))));
            }
        }
    }

    private static OptionalDouble rate(ConnectionState state, Destination destination) {
        Double rate = state.derived().rates().get(destination.name());
        return rate == null ? OptionalDouble.empty() : OptionalDouble.of(rate);
    }

    ObservableValue<List<QueueItem>> items() {
        return items;
    }

    /// Whether what the broker made for itself is shown too.
    BooleanProperty internalShownProperty() {
        return internalShown;
    }

    Inspection<DestinationDetails> details() {
        return details;
    }

    /// Messages out of a file.
    Transfer transfer() {
        return transfer;
    }

    List<Point> ratesOf(Focus destination) {
        return live.points(
                destination.profileId(), new SeriesKey(Kind.IN_RATE, destination.subject()));
    }

    List<Point> depthOf(Focus destination) {
        return live.points(
                destination.profileId(), new SeriesKey(Kind.DEPTH, destination.subject()));
    }

    /// Looks up which messages of a queue are meant, for an action.
    ///
    /// @param first so many of them at most
    /// @param conditions in the language of the command line's `--where`
    Running freeze(
            Focus queue,
            OptionalInt first,
            List<String> conditions,
            Consumer<MessageSelection> found,
            Consumer<Problem> failed) {
        return background.run(
                "freeze",
                () -> {
                    LetterSearch search =
                            new LetterSearch(
                                    connections.reader(queue.profileId()),
                                    connections.rules(queue.profileId()),
                                    queue.subject(),
                                    LetterFilter.parse(conditions));
                    return first.isPresent()
                            ? search.first(first.getAsInt())
                            : search.freeze(new MessageSelection.All(), _ -> {});
                },
                found,
                failed);
    }

    /// The groups that read it, as they are now.
    List<ConsumerGroup> readersOf(QueueItem item) {
        return live.state(item.source().profileId()).flatMap(ConnectionState::snapshot).stream()
                .flatMap(known -> known.groups().stream())
                .filter(group -> item.groups().contains(group.id()))
                .toList();
    }
}
