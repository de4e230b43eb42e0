package dev.signalbox.core.ledger;

import dev.signalbox.core.ledger.ReplayLedger.Entry;
import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.MessageSelection.Range;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The letters of the ledger: a row for each batch that is on its way, and what was sent by one action in as few rows as are
/// quickly written anew. A row for each letter took longer than sending them.
final class LetterBatches {
    /// A row of letters that were sent takes no more once it is as large.
    private static final int LARGE = 16 * 1024;

    private static final String COLUMNS = "id, state, action, at, host, pid, started, letters";

    private final Connection database;

    LetterBatches(Connection database) {
        this.database = database;
    }

    private record Row(
            long id, LetterState state, UUID action, Instant at, Owner owner, Bytes packed) {
        List<Range> letters() {
            return PackedRanges.unpack(packed.toArray());
        }
    }

    void createTable() throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(
                    """
                    CREATE TABLE IF NOT EXISTS batches (
                        id INTEGER PRIMARY KEY,
                        cluster TEXT NOT NULL,
                        destination TEXT NOT NULL,
                        state TEXT NOT NULL,
                        action TEXT NOT NULL,
                        at INTEGER NOT NULL,
                        host TEXT NOT NULL,
                        pid INTEGER NOT NULL,
                        started INTEGER NOT NULL,
                        letters BLOB NOT NULL)
                    """);
            statement.execute(
                    """
                    CREATE INDEX IF NOT EXISTS batches_by_place
                    ON batches (cluster, destination, state)
                    """);
        }
    }

    void insert(
            String cluster,
            String destination,
            List<Range> letters,
            UUID action,
            Instant at,
            Owner owner)
            throws SQLException {
        insert(
                cluster,
                destination,
                new Row(
                        0,
                        LetterState.SENDING,
                        action,
                        at,
                        owner,
                        Bytes.of(PackedRanges.pack(letters))));
    }

    private void insert(String cluster, String destination, Row row) throws SQLException {
        if (row.packed().size() == 0) {
            return;
        }
        try (PreparedStatement statement =
                database.prepareStatement(
                        "INSERT INTO batches (cluster, destination, state, action, at, host, pid,"
                                + " started, letters) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            statement.setString(1, cluster);
            statement.setString(2, destination);
            statement.setString(3, row.state().name());
            statement.setString(4, row.action().toString());
            statement.setLong(5, row.at().toEpochMilli());
            statement.setString(6, row.owner().host());
            statement.setLong(7, row.owner().pid());
            statement.setLong(8, row.owner().startedAt());
            statement.setBytes(9, row.packed().toArray());
            statement.executeUpdate();
        }
    }

    /// @param joined the letters looked for, in order
    List<Entry> find(String cluster, String destination, List<Range> joined) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        for (Row row : rows(cluster, destination, "")) {
            for (Range range : row.letters()) {
                if (LetterRanges.touches(joined, range)) {
                    entries.add(new Entry(range, row.state(), row.action(), row.at(), row.owner()));
                }
            }
        }
        return entries;
    }

    /// Whether another action has touched one of the letters.
    ///
    /// @param joined the letters looked for, in order
    boolean isTaken(String cluster, String destination, List<Range> joined, UUID action)
            throws SQLException {
        for (Row row : rows(cluster, destination, "AND action <> '" + action + "'")) {
            for (Range range : row.letters()) {
                if (LetterRanges.touches(joined, range)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Notes that letters of an action in doubt were sent, or forgets them.
    ///
    /// @return those that are not kept here
    List<Range> resolve(
            boolean sent, String cluster, String destination, List<Range> letters, UUID action)
            throws SQLException {
        List<Range> left = letters;
        for (Row row :
                rows(cluster, destination, "AND state = 'SENDING' AND action = '" + action + "'")) {
            if (left.isEmpty()) {
                break;
            }
            List<Range> noted = row.letters();
            List<Range> found = LetterRanges.common(noted, left);
            if (!found.isEmpty()) {
                delete(row);
                insert(
                        cluster,
                        destination,
                        with(row, LetterState.SENDING, LetterRanges.without(noted, left)));
                if (sent) {
                    addSent(cluster, destination, with(row, LetterState.SENT, found));
                }
                left = LetterRanges.without(left, found);
            }
        }
        return left;
    }

    private void addSent(String cluster, String destination, Row fresh) throws SQLException {
        Optional<Row> last =
                rows(
                                cluster,
                                destination,
                                "AND state = 'SENT' AND action = '"
                                        + fresh.action()
                                        + "' ORDER BY id DESC LIMIT 1")
                        .stream()
                        .filter(row -> row.packed().size() < LARGE)
                        .filter(row -> row.owner().equals(fresh.owner()))
                        .findFirst();
        if (last.isEmpty()) {
            insert(cluster, destination, fresh);
            return;
        }
        List<Range> together = new ArrayList<>(last.get().letters());
        together.addAll(fresh.letters());
        try (PreparedStatement statement =
                database.prepareStatement("UPDATE batches SET letters = ? WHERE id = ?")) {
            statement.setBytes(1, PackedRanges.pack(together));
            statement.setLong(2, last.get().id());
            statement.executeUpdate();
        }
    }

    private static Row with(Row row, LetterState state, List<Range> letters) {
        return new Row(
                0,
                state,
                row.action(),
                row.at(),
                row.owner(),
                Bytes.of(PackedRanges.pack(letters)));
    }

    private void delete(Row row) throws SQLException {
        try (PreparedStatement statement =
                database.prepareStatement("DELETE FROM batches WHERE id = ?")) {
            statement.setLong(1, row.id());
            statement.executeUpdate();
        }
    }

    /// @param more of the condition, nothing of which comes from outside
    private List<Row> rows(String cluster, String destination, String more) throws SQLException {
        List<Row> found = new ArrayList<>();
        try (PreparedStatement statement =
                database.prepareStatement(
                        "SELECT "
                                + COLUMNS
                                + " FROM batches WHERE cluster = ? AND destination = ? "
                                + more)) {
            statement.setString(1, cluster);
            statement.setString(2, destination);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(
                            new Row(
                                    rows.getLong(1),
                                    LetterState.valueOf(rows.getString(2)),
                                    UUID.fromString(rows.getString(3)),
                                    Instant.ofEpochMilli(rows.getLong(4)),
                                    new Owner(rows.getString(5), rows.getLong(6), rows.getLong(7)),
                                    Bytes.of(rows.getBytes(8))));
                }
            }
        }
        return found;
    }
}
