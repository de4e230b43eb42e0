package dev.signalbox.demo.services.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/// What an SQL error says about its cause.
public final class SqlStates {

    private SqlStates() {}

    /// Whether the database is away rather than the statement wrong: the same work can succeed later,
    /// so it is no failure of the message or the order that needed it.
    ///
    /// SQLSTATE classes: 08 connection, 53 resources, 57P server shutting down or not yet up.
    public static boolean databaseIsAway(SQLException e) {
        if (e instanceof SQLTransientConnectionException) {
            return true;
        }
        String state = e.getSQLState();
        return state != null
                && (state.startsWith("08") || state.startsWith("53") || state.startsWith("57P"));
    }
}
