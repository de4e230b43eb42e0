package dev.signalbox.seata;

import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.seata.rpc.TcClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether transactions could be ended just now. Free while the RPC connection stands; while it cannot be made it
/// is tried only now and then, so that a port behind a firewall does not slow down every poll.
final class RpcHealth {

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(10);

    private final TcClient rpc;
    private final Clock clock;
    private @Nullable Instant failedAt;
    private State last = new State("", Optional.empty());

    RpcHealth(TcClient rpc, Clock clock) {
        this.rpc = rpc;
        this.clock = clock;
    }

    /// @param version of the coordinator, as it tells it over the RPC; the last one known while it does not answer
    /// @param problem why it cannot be spoken to
    record State(String version, Optional<Problem> problem) {}

    synchronized State check() throws InterruptedException {
        Instant now = clock.instant();
        Instant failed = failedAt;
        if (failed != null && Duration.between(failed, now).compareTo(BETWEEN_TRIES) < 0) {
            return last;
        }
        try {
            last = new State(rpc.version(), Optional.empty());
            failedAt = null;
        } catch (ConnectorException e) {
            last = new State(last.version(), Optional.of(e.problem()));
            failedAt = now;
        }
        return last;
    }
}
