package dev.signalbox.app.testing;

import dev.signalbox.core.metrics.History;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.monitor.Connections;
import dev.signalbox.core.port.Reader;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.profile.Profile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Connections whose states a test sets by hand.
public final class FakeConnections implements Connections {
    private final Map<String, ConnectionState> states = new LinkedHashMap<>();
    private final Map<String, History> histories = new ConcurrentHashMap<>();
    private final Map<String, Reader> readers = new ConcurrentHashMap<>();
    private final List<Consumer<ConnectionState>> listeners = new CopyOnWriteArrayList<>();
    private final List<String> polled = new CopyOnWriteArrayList<>();

    /// What the monitor would tell next. Opens the connection if it is not open.
    public void tell(ConnectionState state) {
        synchronized (states) {
            states.put(state.profile().id(), state);
        }
        listeners.forEach(listener -> listener.accept(state));
    }

    /// What reads details and messages of a connection.
    public void read(String profileId, Reader reader) {
        readers.put(profileId, reader);
    }

    /// The connections a poll was asked for.
    public List<String> polled() {
        return List.copyOf(polled);
    }

    @Override
    public void open(Profile profile) {
        synchronized (states) {
            states.computeIfAbsent(profile.id(), _ -> Samples.connecting(profile));
        }
    }

    @Override
    public void close(String profileId) {
        synchronized (states) {
            states.remove(profileId);
        }
    }

    @Override
    public boolean amend(Profile profile) {
        ConnectionState before = state(profile.id()).orElse(null);
        if (before == null || !before.profile().forAdapter().equals(profile.forAdapter())) {
            return false;
        }
        tell(
                new ConnectionState(
                        profile,
                        before.phase(),
                        before.snapshot(),
                        before.derived(),
                        before.problem(),
                        before.lastTried()));
        return true;
    }

    @Override
    public List<ConnectionState> states() {
        synchronized (states) {
            return new ArrayList<>(states.values());
        }
    }

    @Override
    public Optional<ConnectionState> state(String profileId) {
        synchronized (states) {
            return Optional.ofNullable(states.get(profileId));
        }
    }

    @Override
    public void pollNow(String profileId) {
        polled.add(profileId);
    }

    @Override
    public Reader reader(String profileId) throws ConnectorException {
        Reader reader = readers.get(profileId);
        if (reader == null) {
            throw new ConnectorException(
                    new Problem(
                            ProblemKind.UNREACHABLE,
                            "orders-broker:9092 does not answer.",
                            "Check that the broker runs and that its address is right."));
        }
        return reader;
    }

    @Override
    public History history(String profileId) {
        return histories.computeIfAbsent(
                profileId, _ -> new History(Duration.ofMinutes(15), 360, 1_000_000));
    }

    @Override
    public void onState(Consumer<ConnectionState> listener) {
        listeners.add(listener);
    }

    @Override
    public void close() {
        synchronized (states) {
            states.clear();
        }
    }
}
