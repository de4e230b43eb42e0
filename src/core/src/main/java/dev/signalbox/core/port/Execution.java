package dev.signalbox.core.port;

import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/// What the gate gives a connector while it carries a plan out.
public interface Execution {
    /// The action's id, the same in audit, ledger, backup and in the header of replayed messages.
    UUID actionId();

    /// Tells how far it is. Cheap; may be called for every batch.
    void progress(long done, long total);

    /// Tells that it does not get on, and why, and that it goes on by itself once it can. The next [#progress] ends that.
    default void waiting(Problem why) {}

    /// Keeps messages that are about to be removed. When this returns, they are on the disk, flushed.
    ///
    /// @throws ConnectorException when they could not be kept: nothing may be removed then
    void backUp(List<Message> messages) throws ConnectorException;

    /// The most letters the next batch of a replay may hold: few under a pace, and up to the end of a canary. The same
    /// answer whenever it is asked, so that batches can be prepared ahead.
    ///
    /// @param before letters in the batches before it
    default int largestBatch(long before) {
        return Integer.MAX_VALUE;
    }

    /// Waits until a batch of a replay may be sent, as pace, pause and canary want it. Called before its [#sending], with
    /// nothing open on the server: this may take for ever.
    ///
    /// @param letters in the batch
    /// @param atMost what the connector can wait without a look at its connection
    /// @return whether the batch may be sent now; if not, the connector asks again
    /// @throws ConnectorException when the replay is to end here; what was sent until then holds
    default boolean admit(int letters, Duration atMost)
            throws ConnectorException, InterruptedException {
        return true;
    }

    /// Tells where the copies of a batch that was sent lie, as far as that is known. What is never told nobody can follow.
    default void landed(List<Landing> landings) {}

    /// Notes that these letters are about to be sent. When this returns, the note is on the disk.
    ///
    /// A letter that was noted here and never in [#sent] is in doubt after a crash.
    void sending(List<Range> letters) throws ConnectorException;

    /// Notes that the broker has these letters for certain.
    void sent(List<Range> letters) throws ConnectorException;

    /// Notes that these letters have certainly not been sent: their transaction was aborted.
    void notSent(List<Range> letters) throws ConnectorException;
}
