package dev.signalbox.demo.services.recommendation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/// The recommendation service's tables.
final class Purchases {

    /// Five products that the best customers of the same products buy most, and this customer does not.
    private static final String RECOMMEND =
            """
            INSERT INTO recommendations (customer, products, order_id)
            SELECT ?, coalesce(string_agg(product, ' '), ''), ?
            FROM (SELECT likely.product
                  FROM (SELECT customer FROM purchases
                        WHERE product = ANY (?) AND customer <> ?
                        ORDER BY times DESC, customer LIMIT 20) AS alike
                  JOIN purchases AS likely USING (customer)
                  WHERE NOT EXISTS (SELECT 1 FROM purchases AS own
                                    WHERE own.customer = ? AND own.product = likely.product)
                  GROUP BY likely.product
                  ORDER BY sum(likely.times) DESC, likely.product LIMIT 5) AS best
            ON CONFLICT (customer) DO UPDATE
            SET products = excluded.products, order_id = excluded.order_id, updated_at = now()
            """;

    private Purchases() {}

    static void add(Connection connection, String customer, String product) throws SQLException {
        try (PreparedStatement upsert =
                connection.prepareStatement(
                        "INSERT INTO purchases (customer, product, times) VALUES (?, ?, 1)"
                                + " ON CONFLICT (customer, product)"
                                + " DO UPDATE SET times = purchases.times + 1")) {
            upsert.setString(1, customer);
            upsert.setString(2, product);
            upsert.executeUpdate();
        }
    }

    static void recommend(
            Connection connection, String customer, List<String> products, String orderId)
            throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(RECOMMEND)) {
            upsert.setString(1, customer);
            upsert.setString(2, orderId);
            upsert.setArray(3, connection.createArrayOf("text", products.toArray()));
            upsert.setString(4, customer);
            upsert.setString(5, customer);
            upsert.executeUpdate();
        }
    }
}
