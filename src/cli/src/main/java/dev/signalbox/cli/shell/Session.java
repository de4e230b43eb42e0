package dev.signalbox.cli.shell;

import dev.signalbox.core.Workbench;
import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.model.Support;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.monitor.ConnectionState.Phase;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.profile.Profile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The workbench with the chosen connections open, for one command.
public final class Session implements AutoCloseable {
    private final Workbench workbench;
    private final Object changed = new Object();

    private Session(Workbench workbench) {
        this.workbench = workbench;
    }

    /// Opens the connections and waits until each was read once or has failed.
    ///
    /// @param patience how long to wait for servers that neither answer nor refuse
    public static Session open(Surroundings surroundings, List<Profile> profiles, Duration patience)
            throws ConnectorException, InterruptedException {
        Workbench workbench =
                surroundings.opener().open(surroundings.folders(), surroundings.clock());
        Session session = new Session(workbench);
        boolean ready = false;
        try {
            workbench.connections().onState(_ -> session.wake());
            profiles.forEach(workbench.connections()::open);
            session.await(
                    patience,
                    states ->
                            states.stream().noneMatch(state -> state.phase() == Phase.CONNECTING));
            ready = true;
            return session;
        } finally {
            if (!ready) {
                session.close();
            }
        }
    }

    public Workbench workbench() {
        return workbench;
    }

    public List<ConnectionState> states() {
        return workbench.connections().states();
    }

    /// Waits until the states are as wanted or the time is over, and returns them as they are then.
    public List<ConnectionState> await(Duration atMost, Predicate<List<ConnectionState>> wanted)
            throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        synchronized (changed) {
            while (!wanted.test(states())) {
                long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
                if (left <= 0) {
                    break;
                }
                changed.wait(left);
            }
        }
        return states();
    }

    private void wake() {
        synchronized (changed) {
            changed.notifyAll();
        }
    }

    /// The one connection on which this can be done.
    public Profile offering(ActionKind kind) throws Failure {
        List<Profile> able =
                states().stream()
                        .filter(
                                state ->
                                        support(state, kind)
                                                .anyMatch(Support.Offered.class::isInstance))
                        .map(ConnectionState::profile)
                        .toList();
        if (able.size() == 1) {
            return able.getFirst();
        }
        if (able.size() > 1) {
            throw Failure.ofProfile(
                    ProblemKind.INVALID,
                    Words.get("profile.several"),
                    Words.get(
                            "profile.several.remedy",
                            String.join(", ", able.stream().map(Profile::id).toList())));
        }
        Optional<Failure> unread = firstFailure();
        if (unread.isPresent()) {
            throw unread.get();
        }
        String reason =
                states().stream()
                        .flatMap(state -> support(state, kind))
                        .filter(Support.Refused.class::isInstance)
                        .map(support -> ((Support.Refused) support).reason())
                        .findFirst()
                        .orElse("");
        throw new Failure(
                new Problem(
                        ProblemKind.UNSUPPORTED,
                        Words.get("action.unsupported", Words.get("kind." + kind)),
                        reason),
                ExitCode.REFUSED);
    }

    /// The connection that has this destination.
    public Profile holding(String destination) throws Failure {
        Optional<Profile> holder =
                states().stream()
                        .filter(
                                state ->
                                        state.snapshot().stream()
                                                .flatMap(s -> s.destinations().stream())
                                                .anyMatch(d -> d.name().equals(destination)))
                        .map(ConnectionState::profile)
                        .findFirst();
        if (holder.isPresent()) {
            return holder.get();
        }
        Optional<Failure> unread = firstFailure();
        if (unread.isPresent()) {
            throw unread.get();
        }
        throw new Failure(
                new Problem(
                        ProblemKind.NOT_FOUND, Words.get("destination.unknown", destination), ""),
                ExitCode.REFUSED);
    }

    /// The server's own identity, once it was read.
    public Optional<String> clusterOf(String profileId) {
        return workbench
                .connections()
                .state(profileId)
                .flatMap(ConnectionState::snapshot)
                .map(snapshot -> snapshot.server().clusterId());
    }

    /// Why one of the connections could not be read, if so.
    public Optional<Failure> firstFailure() {
        return states().stream().flatMap(Session::failure).findFirst();
    }

    private static Stream<Failure> failure(ConnectionState state) {
        if (state.phase() == Phase.CONNECTING) {
            return Stream.of(
                    Failure.ofProfile(
                            ProblemKind.TIMEOUT,
                            Words.get("connection.slow", state.profile().name()),
                            Words.get("connection.slow.remedy")));
        }
        return state.problem().map(problem -> new Failure(problem, ExitCode.CONNECTION)).stream();
    }

    private static Stream<Support> support(ConnectionState state, ActionKind kind) {
        return state.snapshot().stream()
                .map(snapshot -> snapshot.capabilities().get(kind))
                .filter(Support.class::isInstance);
    }

    @Override
    public void close() {
        workbench.close();
    }
}
