package dev.signalbox.core.ledger;

import dev.signalbox.core.ledger.ReplayLedger.Entry;
import dev.signalbox.core.model.MessageSelection.Range;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// The letters that an earlier version has noted, a row for each range. Nothing is added to them any more.
final class EarlierLetters {
    private static final String PLACE_OF_ACTION =
            "cluster = ? AND destination = ? AND partition = ? AND first >= ? AND past <= ?"
                    + " AND action = ?";
    private static final String CONFIRM =
            "UPDATE letters SET state = 'SENT' WHERE " + PLACE_OF_ACTION;
    private static final String FORGET = "DELETE FROM letters WHERE " + PLACE_OF_ACTION;

    /// From so many ranges on, one search between the first and the last finds them faster than one for each.
    private static final int MANY = 64;

    private final Connection database;

    EarlierLetters(Connection database) {
        this.database = database;
    }

    void createTable() throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(
                    """
                    CREATE TABLE IF NOT EXISTS letters (
                        cluster TEXT NOT NULL,
                        destination TEXT NOT NULL,
                        partition INTEGER NOT NULL,
                        first INTEGER NOT NULL,
                        past INTEGER NOT NULL,
                        state TEXT NOT NULL,
                        action TEXT NOT NULL,
                        at INTEGER NOT NULL,
                        host TEXT NOT NULL,
                        pid INTEGER NOT NULL,
                        started INTEGER NOT NULL)
                    """);
            statement.execute(
                    """
                    CREATE INDEX IF NOT EXISTS letters_by_place
                    ON letters (cluster, destination, partition, first)
                    """);
        }
    }

    void resolve(boolean sent, String cluster, String destination, List<Range> letters, UUID action)
            throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sent ? CONFIRM : FORGET)) {
            for (Range range : letters) {
                statement.setString(1, cluster);
                statement.setString(2, destination);
                statement.setInt(3, range.partition());
                statement.setLong(4, range.from());
                statement.setLong(5, range.to());
                statement.setString(6, action.toString());
                statement.executeUpdate();
            }
        }
    }

    /// @param joined the letters looked for, in order
    List<Entry> find(String cluster, String destination, List<Range> joined) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        if (joined.size() < MANY) {
            for (Range range : joined) {
                find(cluster, destination, range, entries);
            }
        } else {
            for (Range hull : hulls(joined)) {
                find(cluster, destination, hull, entries);
            }
            entries.removeIf(entry -> !LetterRanges.touches(joined, entry.letters()));
        }
        return entries;
    }

    /// For each partition one range from its first letter to its last.
    private static Collection<Range> hulls(List<Range> joined) {
        Map<Integer, Range> hulls = new TreeMap<>();
        for (Range range : joined) {
            hulls.merge(
                    range.partition(),
                    range,
                    (first, last) -> new Range(first.partition(), first.from(), last.to()));
        }
        return hulls.values();
    }

    private void find(String cluster, String destination, Range range, List<Entry> entries)
            throws SQLException {
        try (PreparedStatement statement =
                database.prepareStatement(
                        """
                        SELECT partition, first, past, state, action, at, host, pid, started
                        FROM letters
                        WHERE cluster = ? AND destination = ? AND partition = ?
                            AND first < ? AND past > ?
                        """)) {
            statement.setString(1, cluster);
            statement.setString(2, destination);
            statement.setInt(3, range.partition());
            statement.setLong(4, range.to());
            statement.setLong(5, range.from());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    entries.add(
                            new Entry(
                                    new Range(rows.getInt(1), rows.getLong(2), rows.getLong(3)),
                                    LetterState.valueOf(rows.getString(4)),
                                    UUID.fromString(rows.getString(5)),
                                    Instant.ofEpochMilli(rows.getLong(6)),
                                    new Owner(
                                            rows.getString(7), rows.getLong(8), rows.getLong(9))));
                }
            }
        }
    }
}
