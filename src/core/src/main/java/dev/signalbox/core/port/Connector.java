package dev.signalbox.core.port;

import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.model.Snapshot;
import dev.signalbox.core.problem.ConnectorException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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
    ///
    /// Takes a moment at most. Where there is more to look at than that, it says so (see [Plan.Effect#exact]), its
    /// selections hold all that may be concerned, and [#complete] looks at the rest.
    Plan plan(Action action) throws ConnectorException, InterruptedException;

    /// Looks at all of what a plan has only looked at in part, and makes it exact. Takes as long as reading that takes,
    /// and holds no more of it than a batch. Changes nothing.
    ///
    /// @param plan as [#plan] has made it
    /// @return the same plan where there is no more to know
    default Plan complete(Plan plan, PlanProgress progress)
            throws ConnectorException, InterruptedException {
        return plan;
    }

    /// Carries the plan out. The only method that changes anything; only the action gate calls it.
    ///
    /// Refuses with `CONFLICT` when the server is not the one the plan was made on. Whatever it removes it has
    /// handed to [Execution#backUp] first. An interrupt stops it between two batches, and the outcome then says
    /// what was done until there.
    ///
    /// @throws ConnectorException when nothing was done; what was done in part is an [Outcome]
    Outcome execute(Plan plan, Execution execution) throws ConnectorException, InterruptedException;

    /// Finds out what became of letters that a replay was sending when it was cut off, and makes sure that it sends
    /// nothing any more. Changes nothing else. Only the action gate calls it, for a replay that runs nowhere any more.
    ///
    /// @param actionId of the replay that was cut off
    /// @param destination where the letters lie
    /// @param letters noted by [Execution#sending], and neither by `sent` nor by `notSent`
    /// @param since when they were noted
    /// @return those of them that were sent; the others were not, and never will be. Empty where this server cannot
    ///     tell: they stay in doubt
    default Optional<List<Range>> settle(
            UUID actionId, String destination, List<Range> letters, Instant since)
            throws ConnectorException, InterruptedException {
        return Optional.empty();
    }

    /// Lets go of the connection. Never throws, and may be called twice.
    @Override
    void close();
}
