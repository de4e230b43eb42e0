package dev.signalbox.core.gate;

import dev.signalbox.core.model.Support;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.PlanProgress;
import dev.signalbox.core.problem.ConnectorException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// The only way to change anything on a server.
///
/// Plan, review, execute, outcome, audit, poll: the profile's access, the confirmation, the backup and the
/// audit are seen to here, whichever face asks.
public interface ActionService {
    /// Works out what the action would do on that connection. Blocks; changes nothing.
    ///
    /// Refused with `AUTHORIZATION` where the profile is read-only and not unlocked (see [Unlocks]).
    default Plan plan(String profileId, Action action)
            throws ConnectorException, InterruptedException {
        return plan(profileId, action, PlanProgress.NONE);
    }

    /// The same, telling how far it is: of many letters each one is looked at, which takes as long as reading them. An
    /// interrupt ends it.
    Plan plan(String profileId, Action action, PlanProgress progress)
            throws ConnectorException, InterruptedException;

    /// Checks the plan again and starts carrying it out on a thread of its own.
    ///
    /// Blocks for the check. Refused with `CONFLICT` when the plan is old, or would now do more than was
    /// reviewed; with `AUTHORIZATION` when the profile is read-only; with `INVALID` when the confirmation does
    /// not belong to the plan or lacks the typed name that production asks for.
    default Operation start(String profileId, Plan plan, Confirmation confirmation)
            throws ConnectorException, InterruptedException {
        return start(profileId, plan, confirmation, Caution.NONE);
    }

    /// The same, as carefully as asked for. Only replays can be told to be careful. Refused with `UNSUPPORTED` where the
    /// server cannot be as careful as that (see [#canStopAt]).
    Operation start(String profileId, Plan plan, Confirmation confirmation, Caution caution)
            throws ConnectorException, InterruptedException;

    /// How fast a planned replay may go, as far as anything tells; empty for what is no replay. Reads the disk.
    Optional<Speed> speed(Plan plan) throws ConnectorException;

    /// Whether a replay of the letters that lie there can be ended when too many of them die again: that takes letters
    /// which can be read without a trace.
    Support canStopAt(String profileId, String destination);

    /// Whether the target's name has to be typed for this plan on this connection.
    boolean asksForName(String profileId, Plan plan);

    /// Looks what has become of the letters a replay sent, and shows it with the operation. Blocks; changes nothing, and
    /// costs no message a delivery.
    ///
    /// @throws ConnectorException `NOT_FOUND` for what is no replay of this console
    Aftermath follow(UUID operation) throws ConnectorException, InterruptedException;

    /// Replays of this user, of this console or one before, that run nowhere any more and have letters left: cut off,
    /// stopped, or with some left out. Newest first. To resume one, plan [SavedPlan#action] on its connection and start
    /// that: what was sent is left out, and what is in doubt is settled first. Reads the disk.
    List<UnfinishedReplay> unfinished() throws ConnectorException;

    /// Offers that replay no more. Changes nothing on a server.
    void forget(UUID replay) throws ConnectorException;

    /// What was started since the console started, newest first.
    List<Operation> operations();

    /// Called with every change of an operation, on the thread that carries it out. Must not block.
    void onOperation(Consumer<Operation> listener);
}
