package dev.signalbox.core.model;

import dev.signalbox.core.problem.ConnectorException;
import java.util.Optional;

/// Messages one after the other. Ends; never waits for messages that were not there when it was opened.
public interface MessageStream extends AutoCloseable {
    /// The next message, or empty at the end. Blocks while the server is asked.
    Optional<Message> next() throws ConnectorException, InterruptedException;

    @Override
    void close();
}
