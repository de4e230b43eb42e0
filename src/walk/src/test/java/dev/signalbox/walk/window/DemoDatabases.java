package dev.signalbox.walk.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.core.demo.DemoDescription;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Looks into the demo's databases, past all of its services.
final class DemoDatabases {
    private final Map<String, DemoDescription.Database> databases;

    DemoDatabases(DemoDescription demo) {
        this.databases = demo.databases();
    }

    long count(String database, String sql, String... arguments) throws SQLException {
        return Long.parseLong(one(database, sql, arguments));
    }

    String one(String database, String sql, String... arguments) throws SQLException {
        List<String> rows = rows(database, sql, arguments);
        if (rows.size() != 1) {
            throw new AssertionError("not one row: " + rows);
        }
        return rows.getFirst();
    }

    /// The first column of every row.
    List<String> rows(String database, String sql, String... arguments) throws SQLException {
        DemoDescription.Database access = databases.get(database);
        if (access == null) {
            throw new AssertionError("no database " + database);
        }
        List<String> rows = new ArrayList<>();
        try (Connection connection =
                        DriverManager.getConnection(
                                access.url(), access.user(), access.password());
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setString(i + 1, arguments[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(String.valueOf(result.getString(1)));
                }
            }
        }
        return rows;
    }

    /// What all tables that a global transaction writes would hold if this order had never been placed: its rows
    /// gone, and what it took from stock and account given back.
    Map<String, List<String>> withoutOrder(String order) throws SQLException {
        Map<String, List<String>> content = new TreeMap<>();
        content.put(
                "orders",
                rows("orders", "SELECT o::text FROM orders o WHERE id <> ? ORDER BY id", order));
        content.put(
                "reservations",
                rows(
                        "stock",
                        "SELECT r::text FROM reservations r WHERE order_id <> ? ORDER BY id",
                        order));
        content.put(
                "products",
                rows(
                        "stock",
                        """
                        SELECT p.id || ' ' || p.available + COALESCE(
                            (SELECT sum(r.quantity) FROM reservations r
                             WHERE r.order_id = ? AND r.product = p.id), 0)
                        FROM products p ORDER BY p.id
                        """,
                        order));
        content.put(
                "authorisations",
                rows(
                        "payments",
                        "SELECT a::text FROM authorisations a WHERE order_id <> ? ORDER BY"
                                + " order_id",
                        order));
        content.put(
                "accounts",
                rows(
                        "payments",
                        """
                        SELECT a.id || ' ' || a.balance - COALESCE(
                            (SELECT sum(h.amount) FROM authorisations h
                             WHERE h.order_id = ? AND h.customer = a.customer AND h.currency = a.currency), 0)
                        FROM accounts a ORDER BY a.id
                        """,
                        order));
        return content;
    }

    /// What they hold.
    Map<String, List<String>> content() throws SQLException {
        return withoutOrder("none");
    }

    long captures(String order) throws SQLException {
        return count("payments", "SELECT count(*) FROM captures WHERE order_id = ?", order);
    }

    /// The order was paid, shipped, completed and taken into the recommendations, and nothing of it twice.
    void assertWentThroughOnce(String order) throws SQLException {
        assertThat(captures(order)).as("captures").isEqualTo(1);
        assertThat(count("payments", "SELECT count(*) FROM outbox WHERE order_id = ?", order))
                .as("payments told")
                .isEqualTo(1);
        assertThat(count("stock", "SELECT count(*) FROM shipments WHERE order_id = ?", order))
                .as("shipments")
                .isEqualTo(1);
        assertThat(count("orders", "SELECT count(*) FROM completions WHERE order_id = ?", order))
                .as("completions")
                .isEqualTo(1);
        String told =
                one(
                        "orders",
                        "SELECT message_id FROM outbox WHERE order_id = ? AND topic ="
                                + " 'recommendations'",
                        order);
        assertThat(
                        count(
                                "recommendations",
                                "SELECT count(*) FROM processed_message WHERE message_id = ?",
                                told))
                .as("recommendations made")
                .isEqualTo(1);
    }

    /// Undo logs of that transaction, in all three databases. Rows of another status are Seata's fence against
    /// branches that come late; they undo nothing.
    long undoLogs(String xid) throws SQLException {
        long logs = 0;
        for (String database : List.of("orders", "stock", "payments")) {
            logs +=
                    count(
                            database,
                            "SELECT count(*) FROM undo_log WHERE xid = ? AND log_status = 0",
                            xid);
        }
        return logs;
    }
}
