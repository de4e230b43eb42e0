package dev.signalbox.core.gate;

import dev.signalbox.core.metrics.History;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.monitor.Connections;
import dev.signalbox.core.port.Reader;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.profile.Profile;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/// Real connections that remember which of them were asked to poll now.
final class RecordingConnections implements Connections {
    final BlockingQueue<String> polledNow = new LinkedBlockingQueue<>();
    private final Connections real;

    RecordingConnections(Connections real) {
        this.real = real;
    }

    @Override
    public void open(Profile profile) {
        real.open(profile);
    }

    @Override
    public void close(String profileId) {
        real.close(profileId);
    }

    @Override
    public boolean amend(Profile profile) {
        return false;
    }

    @Override
    public List<ConnectionState> states() {
        return real.states();
    }

    @Override
    public Optional<ConnectionState> state(String profileId) {
        return real.state(profileId);
    }

    @Override
    public void pollNow(String profileId) {
        polledNow.add(profileId);
    }

    @Override
    public Reader reader(String profileId) throws ConnectorException, InterruptedException {
        return real.reader(profileId);
    }

    @Override
    public History history(String profileId) {
        return real.history(profileId);
    }

    @Override
    public void onState(Consumer<ConnectionState> listener) {
        real.onState(listener);
    }

    @Override
    public void close() {
        real.close();
    }
}
