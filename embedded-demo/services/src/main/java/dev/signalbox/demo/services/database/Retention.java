package dev.signalbox.demo.services.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;

/// How long a table keeps its rows.
///
/// @param since column with the time from which the row is not needed any more; a row without one stays
public record Retention(String table, String since, Duration keep) {

    /// Rows that go in one transaction: few enough to hold up nobody.
    static final int BATCH = 500;

    /// An event is not needed once the broker has it; an hour is for whoever wants to look.
    public static final Retention OUTBOX =
            new Retention("outbox", "published_at", Duration.ofHours(1));

    /// How long a second delivery of a message is recognised. The broker keeps about as much at the rate
    /// at which the demo starts, so even a group that is set back to the beginning does nothing twice.
    public static final Retention PROCESSED_MESSAGES =
            new Retention("processed_message", "processed_at", Duration.ofHours(24));

    /// Removes the rows that are older, one batch at most.
    ///
    /// @return how many went
    int trim(Database database) throws SQLException {
        String old = since + " < now() - ? * interval '1 second'";
        String sql =
                "DELETE FROM %1$s WHERE ctid = ANY (ARRAY(SELECT ctid FROM %1$s WHERE %2$s LIMIT ?))"
                        .formatted(table, old);
        return database.inTransaction(
                connection -> {
                    try (PreparedStatement delete = connection.prepareStatement(sql)) {
                        delete.setLong(1, keep.toSeconds());
                        delete.setInt(2, BATCH);
                        return delete.executeUpdate();
                    }
                });
    }
}
