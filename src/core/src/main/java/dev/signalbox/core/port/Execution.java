package dev.signalbox.core.port;

import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
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

    /// Notes that these letters are about to be sent. When this returns, the note is on the disk.
    ///
    /// A letter that was noted here and never in [#sent] is in doubt after a crash.
    void sending(List<Range> letters) throws ConnectorException;

    /// Notes that the broker has these letters for certain.
    void sent(List<Range> letters) throws ConnectorException;

    /// Notes that these letters have certainly not been sent: their transaction was aborted.
    void notSent(List<Range> letters) throws ConnectorException;
}
