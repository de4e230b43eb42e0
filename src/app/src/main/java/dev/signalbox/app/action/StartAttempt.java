package dev.signalbox.app.action;

import dev.signalbox.core.gate.ActionService;
import dev.signalbox.core.gate.Caution;
import dev.signalbox.core.gate.Confirmation;
import dev.signalbox.core.gate.Operation;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.problem.ConnectorException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The one attempt to start a plan. It can be stopped while the gate checks, and always tells what came of it:
/// a dialog that just stopped listening would not know whether a server is being changed.
final class StartAttempt {
    private final ActionService actions;
    private final String profileId;
    private final Plan plan;
    private final Confirmation confirmation;
    private final Caution caution;
    private volatile boolean stopped;
    private volatile @Nullable Thread worker;

    StartAttempt(
            ActionService actions,
            String profileId,
            Plan plan,
            Confirmation confirmation,
            Caution caution) {
        this.actions = actions;
        this.profileId = profileId;
        this.plan = plan;
        this.confirmation = confirmation;
        this.caution = caution;
    }

    /// Blocks while the gate checks. Empty: stopped in time, nothing was started.
    Optional<Operation> run() throws ConnectorException {
        worker = Thread.currentThread();
        if (stopped) {
            return Optional.empty();
        }
        try {
            return Optional.of(actions.start(profileId, plan, confirmation, caution));
        } catch (InterruptedException e) {
            return Optional.empty();
        } catch (ConnectorException e) {
            if (stopped) {
                // What the interrupt broke is of no interest: the gate throws only if nothing
                // began.
                return Optional.empty();
            }
            throw e;
        }
    }

    void stop() {
        stopped = true;
        Thread running = worker;
        if (running != null) {
            running.interrupt();
        }
    }
}
