package dev.signalbox.demo.services.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.signalbox.demo.services.database.Database;
import dev.signalbox.demo.services.event.OrderCompleted;
import dev.signalbox.demo.services.event.OrderCreated;
import dev.signalbox.demo.services.event.OrderLine;
import dev.signalbox.demo.services.json.Json;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// The order service's tables.
final class OrderBook implements PlaceOrder.Orders {

    /// An order whose undo log is still there may be rolled back yet.
    private static final String TALLY =
            """
            SELECT count(*) FILTER (WHERE NOT in_doubt) AS placed,
                   count(*) FILTER (WHERE in_doubt) AS in_doubt
            FROM (SELECT EXISTS (SELECT 1 FROM undo_log WHERE undo_log.xid = orders.xid) AS in_doubt
                  FROM orders WHERE placed_at < ?) AS written
            """;

    private final Database database;

    /// @param placed for good
    /// @param inDoubt in a global transaction that has not ended, or not been cleaned up
    record Tally(long placed, long inDoubt) {}

    OrderBook(Database database) {
        this.database = database;
    }

    /// A number no other order has. One of an order that fails is not used again.
    @Override
    public String newId() throws SQLException {
        return "O-" + database.inTransaction(OrderBook::nextNumber);
    }

    private static long nextNumber(Connection connection) throws SQLException {
        try (PreparedStatement next =
                        connection.prepareStatement("SELECT nextval('order_number')");
                ResultSet row = next.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /// Writes an order in the branch of the given connection.
    static void insert(Connection branch, OrderCreated order, String xid) throws SQLException {
        try (PreparedStatement insert =
                branch.prepareStatement(
                        "INSERT INTO orders (id, customer, currency, amount, lines, xid)"
                                + " VALUES (?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, order.orderId());
            insert.setString(2, order.customer());
            insert.setString(3, order.currency());
            insert.setBigDecimal(4, order.amount());
            insert.setString(5, Json.text(order.lines()));
            insert.setString(6, xid);
            insert.executeUpdate();
        }
    }

    /// Whether the order's row is there; an order that was rolled back has none.
    @Override
    public boolean has(String orderId) throws SQLException {
        return database.inTransaction(
                connection -> {
                    try (PreparedStatement select =
                            connection.prepareStatement("SELECT 1 FROM orders WHERE id = ?")) {
                        select.setString(1, orderId);
                        try (ResultSet row = select.executeQuery()) {
                            return row.next();
                        }
                    }
                });
    }

    /// The database's clock.
    Instant now() throws SQLException {
        return database.inTransaction(
                connection -> {
                    try (PreparedStatement select = connection.prepareStatement("SELECT now()");
                            ResultSet row = select.executeQuery()) {
                        row.next();
                        return row.getObject(1, OffsetDateTime.class).toInstant();
                    }
                });
    }

    /// The orders that were written before the given time of the database's clock.
    Tally writtenBefore(Instant time) throws SQLException {
        return database.inTransaction(
                connection -> {
                    try (PreparedStatement select = connection.prepareStatement(TALLY)) {
                        select.setObject(1, time.atOffset(ZoneOffset.UTC));
                        try (ResultSet row = select.executeQuery()) {
                            row.next();
                            return new Tally(row.getLong("placed"), row.getLong("in_doubt"));
                        }
                    }
                });
    }

    /// How many orders are complete.
    long completed() throws SQLException {
        return count("SELECT count(*) FROM completions");
    }

    /// Completes an order, unless it is complete.
    ///
    /// @return whether it was not
    static boolean complete(Connection connection, String orderId, String parcel)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO completions (order_id, parcel) VALUES (?, ?)"
                                + " ON CONFLICT DO NOTHING")) {
            insert.setString(1, orderId);
            insert.setString(2, parcel);
            return insert.executeUpdate() == 1;
        }
    }

    /// What is told when the order is complete; nothing if there is no such order.
    static Optional<OrderCompleted> completed(Connection connection, String orderId)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT customer, lines FROM orders WHERE id = ?")) {
            select.setString(1, orderId);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                return Optional.of(
                        new OrderCompleted(
                                orderId,
                                row.getString("customer"),
                                lines(row.getString("lines")),
                                Instant.now()));
            }
        }
    }

    private static List<OrderLine> lines(String json) throws SQLException {
        try {
            return Json.mapper().readValue(json, new TypeReference<List<OrderLine>>() {});
        } catch (JsonProcessingException e) {
            throw new SQLException("orders.lines is no list of lines", e);
        }
    }

    private long count(String sql) throws SQLException {
        return database.inTransaction(
                connection -> {
                    try (PreparedStatement select = connection.prepareStatement(sql);
                            ResultSet row = select.executeQuery()) {
                        row.next();
                        return row.getLong(1);
                    }
                });
    }
}
