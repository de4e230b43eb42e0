package dev.signalbox.demo.services.consumer;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/// What a service does with a message.
public interface MessageHandler {

    /// Writes the effect, all of it on the given connection: it commits together with the note that the
    /// message was processed, or not at all. Called again after a failure.
    ///
    /// @throws ProcessingException when it cannot be done now; when it can never be done, a
    ///     [MalformedMessageException]
    Effect handle(Message message, Connection connection) throws SQLException, ProcessingException;

    /// How long to pause before the next message is dealt with, outside of any transaction.
    default Duration delay() {
        return Duration.ZERO;
    }

    /// Told after an effect has been committed.
    default void done() {}

    /// Told after a message has been published to the dead-letter topic.
    ///
    /// @param cause of its last failure
    default void deadLettered(Exception cause) {}
}
