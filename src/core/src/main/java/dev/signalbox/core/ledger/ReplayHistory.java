package dev.signalbox.core.ledger;

import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.problem.ConnectorException;
import java.util.List;

/// What is known of letters that were replayed: the part of the ledger that a face may read.
public interface ReplayHistory {
    /// The entries that overlap these letters, oldest first. Blocks for one read from the disk; changes nothing.
    ///
    /// @param cluster the server's own identity
    List<ReplayLedger.Entry> find(String cluster, String destination, List<Range> letters)
            throws ConnectorException;
}
