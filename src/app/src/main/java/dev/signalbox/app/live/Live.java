package dev.signalbox.app.live;

import dev.signalbox.app.fx.Latest;
import dev.signalbox.app.fx.Ticker;
import dev.signalbox.core.metrics.Point;
import dev.signalbox.core.metrics.SeriesKey;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.monitor.Connections;
import dev.signalbox.core.profile.Environment;
import dev.signalbox.core.profile.Profile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// The open connections as the screens see them: on the FX thread, newest state only, within the chosen scope.
///
/// Screens map what they need from [#shown]; the mapping costs nothing while nobody observes it.
public final class Live {
    private final Connections connections;
    private final Ticker ticker;
    private final ReadOnlyObjectWrapper<List<ConnectionState>> all =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<ConnectionState>> shown =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<Scope> scope = new SimpleObjectProperty<>(new Scope.All());

    public Live(Connections connections, Ticker ticker, Executor fx) {
        this.connections = connections;
        this.ticker = ticker;
        Latest<Boolean> changed = new Latest<>(fx, _ -> refresh());
        connections.onState(_ -> changed.offer(true));
        scope.subscribe(_ -> narrow());
        refresh();
    }

    /// Every open connection, in the order of opening.
    public ReadOnlyObjectProperty<List<ConnectionState>> all() {
        return all.getReadOnlyProperty();
    }

    /// Those within the scope: what screens show.
    public ReadOnlyObjectProperty<List<ConnectionState>> shown() {
        return shown.getReadOnlyProperty();
    }

    public ObjectProperty<Scope> scopeProperty() {
        return scope;
    }

    /// The time, once a second.
    public ObservableValue<Instant> now() {
        return ticker.nowProperty();
    }

    public Optional<ConnectionState> state(String profileId) {
        return all.get().stream()
                .filter(state -> state.profile().id().equals(profileId))
                .findFirst();
    }

    /// The figures of one series so far, oldest first.
    public List<Point> points(String profileId, SeriesKey key) {
        return connections.history(profileId).points(key);
    }

    /// Opens a connection. Connections of one environment are shown side by side; one of another environment is
    /// shown alone, so that no line of production stands among those of a test by accident.
    public void open(Profile profile) {
        connections.open(profile);
        refresh();
        boolean alike =
                all.get().stream()
                        .map(state -> state.profile().environment())
                        .allMatch(profile.environment()::equals);
        scope.set(alike ? new Scope.All() : new Scope.One(profile.id()));
    }

    public void close(String profileId) {
        connections.close(profileId);
        if (scope.get() instanceof Scope.One one && one.profileId().equals(profileId)) {
            scope.set(new Scope.All());
        }
        refresh();
    }

    /// Asks all that is shown for a poll now.
    public void pollNow() {
        shown.get().forEach(state -> connections.pollNow(state.profile().id()));
    }

    /// Whether anything shown is production.
    public ObservableValue<Boolean> production() {
        return shown.map(
                states ->
                        states.stream()
                                .anyMatch(
                                        state ->
                                                state.profile().environment()
                                                        == Environment.PRODUCTION));
    }

    private void refresh() {
        all.set(
                connections.states().stream()
                        .filter(state -> state.phase() != ConnectionState.Phase.CLOSED)
                        .toList());
        narrow();
    }

    private void narrow() {
        Scope chosen = scope.get();
        shown.set(
                all.get().stream().filter(state -> chosen.includes(state.profile().id())).toList());
    }
}
