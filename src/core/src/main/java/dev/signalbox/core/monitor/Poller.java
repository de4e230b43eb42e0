package dev.signalbox.core.monitor;

import dev.signalbox.core.metrics.Derived;
import dev.signalbox.core.metrics.History;
import dev.signalbox.core.metrics.Trends;
import dev.signalbox.core.model.Snapshot;
import dev.signalbox.core.monitor.ConnectionState.Phase;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.profile.Profile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Polls one connection and remembers what came of it. Knows no thread; all but [#state()] and [#history()] is called
/// by one thread at a time, and [#amend] by any.
final class Poller {
    private final Link link;
    private final PollPace pace;
    private final Clock clock;
    private final Trends trends;
    private volatile ConnectionState state;
    private volatile Profile profile;
    private Instant began;
    private int failuresInARow;

    Poller(Profile profile, Link link, PollPace pace, Clock clock) {
        this.link = link;
        this.pace = pace;
        this.clock = clock;
        this.trends = new Trends(pace.interval());
        this.began = clock.instant();
        this.profile = profile;
        this.state =
                new ConnectionState(
                        profile,
                        Phase.CONNECTING,
                        Optional.empty(),
                        Derived.nothing(),
                        Optional.empty(),
                        Optional.empty());
    }

    ConnectionState state() {
        return state.with(profile);
    }

    void amend(Profile amended) {
        profile = amended;
    }

    History history() {
        return trends.history();
    }

    /// Polls once.
    void poll() throws InterruptedException {
        began = clock.instant();
        try (Lease lease = link.lease()) {
            succeeded(lease.connector().poll());
        } catch (ConnectorException e) {
            failed(e.problem());
        }
    }

    private void succeeded(Snapshot snapshot) {
        failuresInARow = 0;
        become(Phase.LIVE, Optional.of(snapshot), trends.add(snapshot), Optional.empty());
    }

    /// Notes that the poll came to nothing: what was known stays, and ages.
    void failed(Problem problem) {
        failuresInARow++;
        if (asksForNewConnector(problem.kind())) {
            link.drop();
        }
        Phase phase = problem.kind().isTransient() ? Phase.STALE : Phase.FAILED;
        become(phase, state.snapshot(), trends.missed(began), Optional.of(problem));
    }

    void closed() {
        state =
                new ConnectionState(
                        state.profile(),
                        Phase.CLOSED,
                        state.snapshot(),
                        state.derived(),
                        Optional.empty(),
                        state.lastTried());
    }

    /// How long to wait until the next poll.
    Duration pause() {
        return failuresInARow > 0
                ? pace.afterFailures(failuresInARow)
                : pace.afterSuccess(Duration.between(began, clock.instant()));
    }

    /// A client finds its way back to a server that was away. One that was refused, or fails in ways it should not, is
    /// made anew from the profile: its secrets and files may have been put right since.
    private static boolean asksForNewConnector(ProblemKind kind) {
        return switch (kind) {
            case AUTHENTICATION, INVALID, UNEXPECTED -> true;
            case UNREACHABLE, TIMEOUT, AUTHORIZATION, NOT_FOUND, CONFLICT, UNSUPPORTED -> false;
        };
    }

    private void become(
            Phase phase, Optional<Snapshot> snapshot, Derived derived, Optional<Problem> problem) {
        state =
                new ConnectionState(
                        state.profile(), phase, snapshot, derived, problem, Optional.of(began));
    }
}
