package dev.signalbox.core.monitor;

import dev.signalbox.core.metrics.History;
import dev.signalbox.core.port.Connector;
import dev.signalbox.core.port.ConnectorProvider;
import dev.signalbox.core.port.Reader;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.profile.Profile;
import dev.signalbox.core.profile.SecretReferences;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The open connections, each polled by a thread of its own.
public final class PollingConnections implements Connections, Connectors {
    private static final Duration LONGEST_WAIT_AT_END = Duration.ofSeconds(5);

    private final List<ConnectorProvider> providers;
    private final SecretResolver secrets;
    private final PollPace pace;
    private final Clock clock;
    private final List<Consumer<ConnectionState>> listeners = new CopyOnWriteArrayList<>();

    /// Secrets of all connections there were.
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    // Guarded by this
    private final Map<String, ConnectionMonitor> open = new LinkedHashMap<>();
    private final List<ConnectionMonitor> ending = new ArrayList<>();
    private boolean closed;

    /// @param providers the adapters there are
    public PollingConnections(
            List<ConnectorProvider> providers, SecretResolver secrets, PollPace pace, Clock clock) {
        this.providers = List.copyOf(providers);
        this.secrets = secrets;
        this.pace = pace;
        this.clock = clock;
    }

    @Override
    public synchronized void open(Profile profile) {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        if (open.containsKey(profile.id())) {
            return;
        }
        ending.removeIf(ConnectionMonitor::hasEnded);
        Link link = new Link(profile.name(), () -> connect(profile));
        ConnectionMonitor monitor =
                new ConnectionMonitor(
                        profile, link, pace, clock, listeners, predecessorOf(profile.id()));
        open.put(profile.id(), monitor);
        monitor.start();
    }

    @Override
    public synchronized void close(String profileId) {
        ConnectionMonitor monitor = open.remove(profileId);
        if (monitor != null) {
            monitor.close();
            ending.add(monitor);
        }
    }

    @Override
    public synchronized boolean amend(Profile profile) {
        ConnectionMonitor monitor = open.get(profile.id());
        if (monitor == null || !monitor.profile().forAdapter().equals(profile.forAdapter())) {
            return false;
        }
        monitor.amend(profile);
        return true;
    }

    @Override
    public List<ConnectionState> states() {
        return openNow().stream().map(ConnectionMonitor::state).toList();
    }

    @Override
    public Optional<ConnectionState> state(String profileId) {
        return find(profileId).map(ConnectionMonitor::state);
    }

    @Override
    public void pollNow(String profileId) {
        find(profileId).ifPresent(ConnectionMonitor::pollNow);
    }

    @Override
    public Reader reader(String profileId) throws ConnectorException {
        return new CurrentReader(require(profileId).link());
    }

    @Override
    public Lease lease(String profileId) throws ConnectorException, InterruptedException {
        return require(profileId).link().lease();
    }

    @Override
    public History history(String profileId) {
        return find(profileId).map(ConnectionMonitor::history).orElseGet(History::none);
    }

    @Override
    public void onState(Consumer<ConnectionState> listener) {
        listeners.add(listener);
    }

    /// Closes them all and waits a few seconds for them to end. Whatever is still borrowed then is closed all the same.
    @Override
    public void close() {
        List<ConnectionMonitor> all;
        synchronized (this) {
            closed = true;
            List.copyOf(open.keySet()).forEach(this::close);
            all = List.copyOf(ending);
        }
        try {
            for (ConnectionMonitor monitor : all) {
                monitor.awaitEnd(LONGEST_WAIT_AT_END);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        all.forEach(monitor -> monitor.link().closeNow());
    }

    @Override
    public String withoutSecrets(String words) {
        return new Redaction(known).of(words);
    }

    private Connector connect(Profile profile) throws ConnectorException, InterruptedException {
        for (ConnectorProvider provider : providers) {
            if (provider.type().equals(profile.type())) {
                Profile resolved = secrets.resolve(profile.forAdapter());
                Set<String> putIn = SecretReferences.putIn(profile, resolved);
                known.addAll(putIn);
                Redaction redaction = new Redaction(putIn);
                try {
                    return Discreet.connector(provider.connect(resolved), redaction);
                } catch (ConnectorException e) {
                    throw redaction.of(e);
                }
            }
        }
        String known =
                providers.stream().map(ConnectorProvider::type).collect(Collectors.joining(", "));
        throw new ConnectorException(
                new Problem(
                        ProblemKind.UNSUPPORTED,
                        Words.get("type.unknown", profile.type(), profile.name()),
                        Words.get("type.unknown.remedy", known)));
    }

    /// The last monitor of the same profile, should it not have ended yet.
    private Optional<ConnectionMonitor> predecessorOf(String profileId) {
        return ending.reversed().stream()
                .filter(monitor -> monitor.profile().id().equals(profileId))
                .findFirst();
    }

    private synchronized List<ConnectionMonitor> openNow() {
        return List.copyOf(open.values());
    }

    private synchronized Optional<ConnectionMonitor> find(String profileId) {
        @Nullable ConnectionMonitor monitor = open.get(profileId);
        return Optional.ofNullable(monitor);
    }

    private ConnectionMonitor require(String profileId) throws ConnectorException {
        return find(profileId)
                .orElseThrow(
                        () ->
                                new ConnectorException(
                                        new Problem(
                                                ProblemKind.CONFLICT,
                                                Words.get("connection.not.open", profileId),
                                                Words.get("connection.not.open.remedy"))));
    }
}
