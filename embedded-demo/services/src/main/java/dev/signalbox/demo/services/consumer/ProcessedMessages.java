package dev.signalbox.demo.services.consumer;

import dev.signalbox.demo.services.database.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/// Makes a handler idempotent: the effect of a message and the note that it was processed commit in one
/// local transaction, so that of any number of deliveries exactly one has an effect.
///
/// The transaction is a plain one. Handlers therefore write rows that no branch of a global transaction
/// writes; see the schemas.
public final class ProcessedMessages {

    private final Database database;
    private final String group;

    public ProcessedMessages(Database database, String group) {
        this.database = database;
        this.group = group;
    }

    /// Lets the handler deal with the message unless its group has done so before.
    public Effect process(Message message, MessageHandler handler)
            throws SQLException, ProcessingException {
        return database.inTransaction(
                connection -> {
                    if (!note(connection, message)) {
                        return Effect.NOTHING_LEFT_TO_DO;
                    }
                    return handler.handle(message, connection);
                });
    }

    /// Notes the message first: a second delivery at the same time then waits for this transaction.
    private boolean note(Connection connection, Message message) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO processed_message (consumer_group, message_id) VALUES (?, ?)"
                                + " ON CONFLICT DO NOTHING")) {
            insert.setString(1, group);
            insert.setString(2, message.id());
            return insert.executeUpdate() == 1;
        }
    }
}
