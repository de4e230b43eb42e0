package dev.signalbox.demo.services.transaction;

import dev.signalbox.demo.services.database.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Removes undo logs that a crash has left behind.
///
/// Seata's client answers "committed" to the coordinator first and deletes the undo log up to a second
/// later from a queue in memory. A process that dies in between leaves the row for ever, and the
/// outbox would wait for ever for it to go.
///
/// Such a row is safe to remove: the coordinator forgets a transaction only after it has ended, and a
/// roll back removes the data and the undo log in one local transaction before the coordinator hears of
/// it. An undo log of a forgotten transaction therefore belongs to a committed one. Rows with another
/// status than normal are Seata's fence against late branches and stay.
public final class LeftUndoLogs {

    private static final Logger LOG = LoggerFactory.getLogger(LeftUndoLogs.class);
    private static final Duration YOUNG = Duration.ofSeconds(10);
    private static final int NORMAL = 0;

    private final Database database;
    private final Coordinator coordinator;

    public LeftUndoLogs(Database database, Coordinator coordinator) {
        this.database = database;
        this.coordinator = coordinator;
    }

    /// Removes those of forgotten transactions.
    ///
    /// @return how many rows went
    /// @throws CoordinatorException when the coordinator does not answer; what was removed stays removed
    public int remove() throws SQLException, CoordinatorException {
        int removed = 0;
        for (String xid : settled()) {
            if (coordinator.ending(xid) == Ending.FORGOTTEN) {
                LOG.info("removing the undo log that a crash has left of {}", xid);
                removed += delete(xid);
            }
        }
        return removed;
    }

    private List<String> settled() throws SQLException {
        String sql =
                "SELECT DISTINCT xid FROM undo_log WHERE log_status = ? AND log_created < now() - ?"
                        + " * interval '1 second'";
        return database.inTransaction(
                connection -> {
                    try (PreparedStatement select = connection.prepareStatement(sql)) {
                        select.setInt(1, NORMAL);
                        select.setLong(2, YOUNG.toSeconds());
                        return strings(select);
                    }
                });
    }

    private static List<String> strings(PreparedStatement select) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private int delete(String xid) throws SQLException {
        return database.inTransaction(connection -> delete(connection, xid));
    }

    private static int delete(Connection connection, String xid) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement(
                        "DELETE FROM undo_log WHERE xid = ? AND log_status = ?")) {
            delete.setString(1, xid);
            delete.setInt(2, NORMAL);
            return delete.executeUpdate();
        }
    }
}
