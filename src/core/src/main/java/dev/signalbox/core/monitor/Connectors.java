package dev.signalbox.core.monitor;

import dev.signalbox.core.problem.ConnectorException;

/// Gives the action gate the connectors of the open connections.
///
/// Only the gate may hold it: a face that could reach a connector could change a server without plan, backup
/// and audit.
public interface Connectors {

    /// Borrows the connector of an open connection; makes it first where there is none. Blocks for that.
    ///
    /// Until the lease is closed the connector stays open, even when the monitor has made another one since, or the
    /// operator closes the connection: work that has begun is not cut in two.
    ///
    /// @throws ConnectorException when the connection is not open or cannot be made
    Lease lease(String profileId) throws ConnectorException, InterruptedException;
}
