package dev.signalbox.app.live;

import dev.signalbox.app.fx.Latest;
import dev.signalbox.app.fx.Ticker;
import dev.signalbox.core.gate.Unlock;
import dev.signalbox.core.metrics.Point;
import dev.signalbox.core.metrics.SeriesKey;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.monitor.Connections;
import dev.signalbox.core.profile.Access;
import dev.signalbox.core.profile.Environment;
import dev.signalbox.core.profile.Profile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
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

    private final ReadOnlyObjectWrapper<List<Unlock>> unlocks =
            new ReadOnlyObjectWrapper<>(List.of());
    private final Function<String, Optional<Unlock>> unlockOf;

    public Live(Connections connections, Ticker ticker, Executor fx) {
        this(connections, _ -> Optional.empty(), ticker, fx);
    }

    /// @param unlockOf the unlock of a connection that holds by now, by the id of its profile
    public Live(
            Connections connections,
            Function<String, Optional<Unlock>> unlockOf,
            Ticker ticker,
            Executor fx) {
        this.connections = connections;
        this.unlockOf = unlockOf;
        this.ticker = ticker;
        Latest<Boolean> changed = new Latest<>(fx, _ -> refresh());
        connections.onState(_ -> changed.offer(true));
        scope.subscribe(_ -> narrow());
        refresh();
        ticker.nowProperty().subscribe(_ -> lookAtUnlocks());
    }

    /// The read-only connections among all that may be changed for a while. The screens see them as writable.
    public ReadOnlyObjectProperty<List<Unlock>> unlocks() {
        return unlocks.getReadOnlyProperty();
    }

    /// Looks whether one was unlocked or locked.
    public void lookAtUnlocks() {
        if (!unlocks.get().equals(unlocksNow())) {
            refresh();
        }
    }

    private List<Unlock> unlocksNow() {
        return connections.states().stream()
                .map(state -> unlockOf.apply(state.profile().id()))
                .flatMap(Optional::stream)
                .toList();
    }

    /// What the gate would let through; the gate looks again by itself.
    private ConnectionState withAccess(ConnectionState state) {
        return unlocks.get().stream().anyMatch(unlock -> unlock.profile().equals(state.profile()))
                ? new ConnectionState(
                        state.profile().with(Access.READ_WRITE),
                        state.phase(),
                        state.snapshot(),
                        state.derived(),
                        state.problem(),
                        state.lastTried())
                : state;
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

    /// Goes on with what was changed of the console's own in a profile, as [Connections#amend] does.
    public boolean amend(Profile profile) {
        boolean amended = connections.amend(profile);
        refresh();
        return amended;
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
        unlocks.set(unlocksNow());
        all.set(
                connections.states().stream()
                        .filter(state -> state.phase() != ConnectionState.Phase.CLOSED)
                        .map(this::withAccess)
                        .toList());
        narrow();
    }

    private void narrow() {
        Scope chosen = scope.get();
        shown.set(
                all.get().stream().filter(state -> chosen.includes(state.profile().id())).toList());
    }
}
