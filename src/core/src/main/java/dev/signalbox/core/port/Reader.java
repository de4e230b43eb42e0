package dev.signalbox.core.port;

import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.MessageStream;
import dev.signalbox.core.problem.ConnectorException;

/// The part of a connector that a face may hold: it reads details, and cannot change anything.
public interface Reader {
    /// Reads what a poll leaves out for the sake of speed: the details of the one thing that is open. Changes
    /// nothing.
    Details inspect(Subject subject) throws ConnectorException, InterruptedException;

    /// Reads messages without acknowledging or committing, oldest first within a partition.
    ///
    /// Reads exactly the selection as it is when called. Needs the right to read the destination.
    ///
    /// @param limit at most so many messages
    MessageStream browse(String destination, MessageSelection selection, long limit)
            throws ConnectorException, InterruptedException;
}
