package dev.signalbox.app.testing;

import dev.signalbox.core.metrics.Derived;
import dev.signalbox.core.model.Snapshot;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.monitor.ConnectionState.Phase;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.profile.Profile;
import java.util.List;
import java.util.Optional;

/// Connections of [Samples] that are read in part, or not at all.
public final class SampleStates {
    private SampleStates() {}

    /// Never connected: this user may not look.
    public static ConnectionState forbidden(Profile profile) {
        return new ConnectionState(
                profile,
                Phase.FAILED,
                Optional.empty(),
                Derived.nothing(),
                Optional.of(mayNot()),
                Optional.of(Samples.NOW));
    }

    /// Read, but for what this user may not look at.
    public static ConnectionState partial(ConnectionState state) {
        Snapshot known = state.snapshot().orElseThrow();
        Snapshot part =
                new Snapshot(
                        known.takenAt(),
                        known.took(),
                        known.server(),
                        known.destinations(),
                        List.of(),
                        known.transactions(),
                        known.capabilities(),
                        List.of(mayNot()));
        return Samples.live(state.profile(), part, Derived.nothing());
    }

    /// Read, and there is nothing.
    public static ConnectionState empty(Profile profile) {
        Snapshot known = Samples.brokerSnapshot();
        Snapshot nothing =
                new Snapshot(
                        known.takenAt(),
                        known.took(),
                        known.server(),
                        List.of(),
                        List.of(),
                        List.of(),
                        known.capabilities(),
                        List.of());
        return Samples.live(profile, nothing, Derived.nothing());
    }

    public static Problem mayNot() {
        return new Problem(
                ProblemKind.AUTHORIZATION,
                "The user “console” may not describe the groups of orders-broker:9092.",
                "Ask for DESCRIBE on the cluster and its groups.",
                "org.example.ClusterAuthorizationException: Cluster authorization failed");
    }
}
