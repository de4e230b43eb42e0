package dev.signalbox.demo.services.stock;

import dev.signalbox.demo.services.event.OrderLine;
import dev.signalbox.demo.services.event.OrderShipped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/// The stock service's tables.
final class StockBook {

    private StockBook() {}

    /// Takes a line's goods off the shelf in the branch of the given connection.
    ///
    /// @return whether there were enough; nothing may be committed if not
    static boolean reserve(Connection branch, String orderId, OrderLine line) throws SQLException {
        if (!take(branch, line)) {
            return false;
        }
        try (PreparedStatement insert =
                branch.prepareStatement(
                        "INSERT INTO reservations (id, order_id, product, quantity)"
                                + " VALUES (?, ?, ?, ?)")) {
            insert.setString(1, orderId + "/" + line.product());
            insert.setString(2, orderId);
            insert.setString(3, line.product());
            insert.setInt(4, line.quantity());
            insert.executeUpdate();
            return true;
        }
    }

    private static boolean take(Connection branch, OrderLine line) throws SQLException {
        try (PreparedStatement update =
                branch.prepareStatement(
                        "UPDATE products SET available = available - ?"
                                + " WHERE id = ? AND available >= ?")) {
            update.setInt(1, line.quantity());
            update.setString(2, line.product());
            update.setInt(3, line.quantity());
            return update.executeUpdate() == 1;
        }
    }

    static boolean isReserved(Connection connection, String orderId) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT 1 FROM reservations WHERE order_id = ? LIMIT 1")) {
            select.setString(1, orderId);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    /// Ships an order, unless it is shipped.
    ///
    /// @return whether it was not
    static boolean ship(Connection connection, OrderShipped shipped) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO shipments (order_id, parcel) VALUES (?, ?)"
                                + " ON CONFLICT DO NOTHING")) {
            insert.setString(1, shipped.orderId());
            insert.setString(2, shipped.parcel());
            return insert.executeUpdate() == 1;
        }
    }
}
