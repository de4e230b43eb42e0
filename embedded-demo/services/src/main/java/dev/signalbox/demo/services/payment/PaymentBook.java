package dev.signalbox.demo.services.payment;

import dev.signalbox.demo.services.event.PaymentCaptured;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/// The payment service's tables.
final class PaymentBook {

    private PaymentBook() {}

    /// Writes an authorisation in the branch of the given connection.
    ///
    /// @return whether the customer has an account in the currency; nothing may be committed if not
    static boolean authorise(Connection branch, Authorisation authorisation) throws SQLException {
        try (PreparedStatement insert =
                branch.prepareStatement(
                        "INSERT INTO authorisations (order_id, customer, currency, amount)"
                                + " VALUES (?, ?, ?, ?)")) {
            insert.setString(1, authorisation.orderId());
            insert.setString(2, authorisation.customer());
            insert.setString(3, authorisation.currency());
            insert.setBigDecimal(4, authorisation.amount());
            insert.executeUpdate();
        }
        try (PreparedStatement update =
                branch.prepareStatement("UPDATE accounts SET balance = balance + ? WHERE id = ?")) {
            update.setBigDecimal(1, authorisation.amount());
            update.setString(2, authorisation.account());
            return update.executeUpdate() == 1;
        }
    }

    static boolean isAuthorised(Connection connection, String orderId) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT 1 FROM authorisations WHERE order_id = ?")) {
            select.setString(1, orderId);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    /// Captures the payment of an order, unless it is captured.
    ///
    /// @return whether it was not
    static boolean capture(Connection connection, PaymentCaptured captured, BigDecimal rate)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO captures (order_id, currency, amount, rate, amount_in_euro)"
                                + " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
            insert.setString(1, captured.orderId());
            insert.setString(2, captured.currency());
            insert.setBigDecimal(3, captured.amount());
            insert.setBigDecimal(4, rate);
            insert.setBigDecimal(5, captured.amountInEuro());
            return insert.executeUpdate() == 1;
        }
    }
}
