package dev.signalbox.demo.services.outbox;

import dev.signalbox.demo.services.database.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// The table of events between the transaction that causes them and the broker.
public final class Outbox {

    /// What may be published now.
    ///
    /// An event of a branch waits until the undo log of its transaction is gone from this database. That
    /// tells of a global commit, and of nothing else: phase one commits the event and the undo log
    /// together, in one local transaction; phase two deletes the undo log when the global transaction
    /// commits, and deletes both, again in one local transaction, when it rolls back. So a statement that
    /// sees the event without the undo log sees a committed order. (One statement: under READ COMMITTED
    /// two would see two states.)
    ///
    /// An event also waits for the unpublished earlier ones of its order, or a failed publication would
    /// turn them round.
    private static final String READY =
            """
            SELECT message_id, topic, order_id, xid, awaits_commit, payload
            FROM outbox AS event
            WHERE published_at IS NULL
              AND NOT (awaits_commit AND EXISTS
                       (SELECT 1 FROM undo_log WHERE undo_log.xid = event.xid))
              AND NOT EXISTS
                  (SELECT 1 FROM outbox AS earlier
                   WHERE earlier.published_at IS NULL
                     AND earlier.order_id = event.order_id
                     AND earlier.position < event.position)
            ORDER BY position
            LIMIT ?
            """;

    private final Database database;

    public Outbox(Database database) {
        this.database = database;
    }

    /// Writes an event in the transaction of the given connection, plain or of a branch.
    public static void write(Connection connection, OutboxEvent event) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO outbox (message_id, topic, order_id, xid, awaits_commit,"
                                + " payload) VALUES (?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, event.messageId());
            insert.setString(2, event.topic());
            insert.setString(3, event.orderId());
            insert.setString(4, event.xid());
            insert.setBoolean(5, event.awaitsCommit());
            insert.setString(6, event.payload());
            insert.executeUpdate();
        }
    }

    /// The oldest events that may be published now, at most one of each order.
    public List<OutboxEvent> ready(int atMost) throws SQLException {
        return database.inTransaction(
                connection -> {
                    try (PreparedStatement select = connection.prepareStatement(READY)) {
                        select.setInt(1, atMost);
                        return events(select);
                    }
                });
    }

    /// Marks events that the broker has acknowledged. A plain local transaction is right even for rows
    /// that a branch wrote: their global transaction has ended and will not restore them.
    public void markPublished(Collection<String> messageIds) throws SQLException {
        database.inTransaction(
                connection -> {
                    try (PreparedStatement update =
                            connection.prepareStatement(
                                    "UPDATE outbox SET published_at = now()"
                                            + " WHERE message_id = ANY (?)")) {
                        update.setArray(1, connection.createArrayOf("text", messageIds.toArray()));
                        return update.executeUpdate();
                    }
                });
    }

    private static List<OutboxEvent> events(PreparedStatement select) throws SQLException {
        List<OutboxEvent> events = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                events.add(
                        new OutboxEvent(
                                rows.getString("message_id"),
                                rows.getString("topic"),
                                rows.getString("order_id"),
                                rows.getString("xid"),
                                rows.getBoolean("awaits_commit"),
                                rows.getString("payload")));
            }
        }
        return events;
    }
}
