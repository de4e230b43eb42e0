package dev.signalbox.core.port;

import dev.signalbox.core.model.Snapshot;
import dev.signalbox.core.problem.ConnectorException;

/// A live link to one broker or transaction coordinator.
///
/// Calls block, may be interrupted, may come from several threads at once, and know nothing of the user
/// interface. Every failure is a [ConnectorException] with a problem an operator can act on.
public interface Connector extends Reader, AutoCloseable {
    /// Reads the whole picture with the fewest round trips the protocol allows. Changes nothing.
    ///
    /// Needs the right to describe what is shown; what may not be seen is left out and told in
    /// [Snapshot#gaps()].
    Snapshot poll() throws ConnectorException, InterruptedException;

    /// Works out what the action would do: a dry run. Changes nothing.
    ///
    /// The plan's action is frozen: its selections are exact ranges or values, so that planning it again gives
    /// the same or less, never more.
    Plan plan(Action action) throws ConnectorException, InterruptedException;

    /// Carries the plan out. The only method that changes anything; only the action gate calls it.
    ///
    /// Refuses with `CONFLICT` when the server is not the one the plan was made on. Whatever it removes it has
    /// handed to [Execution#backUp] first. An interrupt stops it between two batches, and the outcome then says
    /// what was done until there.
    ///
    /// @throws ConnectorException when nothing was done; what was done in part is an [Outcome]
    Outcome execute(Plan plan, Execution execution) throws ConnectorException, InterruptedException;

    /// Lets go of the connection. Never throws, and may be called twice.
    @Override
    void close();
}
