package dev.signalbox.core.monitor;

import dev.signalbox.core.port.Connector;

/// A borrowed connector. Close the lease, never the connector.
public interface Lease extends AutoCloseable {

    Connector connector();

    /// Gives it back. May be called twice.
    @Override
    void close();
}
