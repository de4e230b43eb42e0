package dev.signalbox.demo.services.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/// One local transaction on one connection.
public final class LocalTransaction {

    private LocalTransaction() {}

    /// Takes a connection, runs the work, commits; rolls back and rethrows when the work or the commit
    /// fails.
    public static <T, X extends Exception> T run(DataSource source, Work<T, X> work)
            throws SQLException, X {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                T result = work.on(connection);
                connection.commit();
                done = true;
                return result;
            } finally {
                if (!done) {
                    connection.rollback();
                }
            }
        }
    }
}
