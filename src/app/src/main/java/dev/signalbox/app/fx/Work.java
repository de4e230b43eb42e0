package dev.signalbox.app.fx;

import dev.signalbox.core.problem.ConnectorException;

/// Something that takes a while and may be refused by a server.
@FunctionalInterface
public interface Work<T> {
    T call() throws ConnectorException, InterruptedException;
}
