package dev.signalbox.walk.commands;

import dev.signalbox.core.demo.DemoDescription;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;

/// Looks into the databases of the demo, past every service.
final class DemoRows {
    private final DemoDescription demo;

    DemoRows(DemoDescription demo) {
        this.demo = demo;
    }

    /// The one figure the query gives; 0 where it gives none.
    BigDecimal figure(String database, String query, String... parameters) throws SQLException {
        return new BigDecimal(text(database, query, parameters, "0"));
    }

    /// The one text the query gives.
    String text(String database, String query, String... parameters) throws SQLException {
        return text(database, query, parameters, "");
    }

    private String text(String database, String query, String[] parameters, String otherwise)
            throws SQLException {
        DemoDescription.Database where = Objects.requireNonNull(demo.databases().get(database));
        try (Connection connection =
                        DriverManager.getConnection(where.url(), where.user(), where.password());
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next()
                        ? Objects.requireNonNullElse(rows.getString(1), otherwise)
                        : otherwise;
            }
        }
    }
}
