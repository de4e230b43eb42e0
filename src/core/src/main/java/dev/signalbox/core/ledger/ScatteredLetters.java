package dev.signalbox.core.ledger;

import dev.signalbox.core.ledger.ReplayLedger.Entry;
import dev.signalbox.core.model.MessageSelection.Range;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// The part of the ledger for letters whose positions are no row of numbers, as those of a queue: a whole batch is one row
/// of it, eight bytes a letter. A row for each letter took longer than sending them.
final class ScatteredLetters {
    /// Fewer are not worth it.
    private static final int FEW = 8;

    private static final String COLUMNS =
            "id, partition, state, action, at, host, pid, started, letters";

    private final Connection database;

    ScatteredLetters(Connection database) {
        this.database = database;
    }

    private record Row(
            long id,
            int partition,
            LetterState state,
            UUID action,
            Instant at,
            Owner owner,
            List<Long> letters) {}

    void createTable() throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(
                    """
                    CREATE TABLE IF NOT EXISTS scattered (
                        id INTEGER PRIMARY KEY,
                        cluster TEXT NOT NULL,
                        destination TEXT NOT NULL,
                        partition INTEGER NOT NULL,
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
                    CREATE INDEX IF NOT EXISTS scattered_by_place
                    ON scattered (cluster, destination, state)
                    """);
        }
    }

    /// Whether letters are better kept here.
    static boolean are(List<Range> letters) {
        return letters.size() >= FEW
                && letters.stream()
                        .allMatch(
                                range ->
                                        range.length() == 1
                                                && range.partition()
                                                        == letters.getFirst().partition());
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
                        letters.getFirst().partition(),
                        LetterState.SENDING,
                        action,
                        at,
                        owner,
                        letters.stream().map(Range::from).toList()));
    }

    private void insert(String cluster, String destination, Row row) throws SQLException {
        try (PreparedStatement statement =
                database.prepareStatement(
                        "INSERT INTO scattered (cluster, destination, partition, state, action,"
                                + " at, host, pid, started, letters)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            statement.setString(1, cluster);
            statement.setString(2, destination);
            statement.setInt(3, row.partition());
            statement.setString(4, row.state().name());
            statement.setString(5, row.action().toString());
            statement.setLong(6, row.at().toEpochMilli());
            statement.setString(7, row.owner().host());
            statement.setLong(8, row.owner().pid());
            statement.setLong(9, row.owner().startedAt());
            statement.setBytes(10, packed(row.letters()));
            statement.executeUpdate();
        }
    }

    /// @param joined the letters looked for, in order
    List<Entry> find(String cluster, String destination, List<Range> joined) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        for (Row row : rows(cluster, destination, "")) {
            for (long letter : row.letters()) {
                Range range = new Range(row.partition(), letter, letter + 1);
                if (LetterRanges.touches(joined, range)) {
                    entries.add(new Entry(range, row.state(), row.action(), row.at(), row.owner()));
                }
            }
        }
        return entries;
    }

    /// Notes that letters of an action in doubt were sent, or forgets them.
    ///
    /// @return those that are not kept here
    List<Range> resolve(
            boolean sent, String cluster, String destination, List<Range> letters, UUID action)
            throws SQLException {
        Set<Range> left = new HashSet<>(letters);
        for (Row row :
                rows(cluster, destination, "AND state = 'SENDING' AND action = '" + action + "'")) {
            List<Long> found = new ArrayList<>();
            List<Long> rest = new ArrayList<>();
            for (long letter : row.letters()) {
                boolean meant = left.remove(new Range(row.partition(), letter, letter + 1));
                (meant ? found : rest).add(letter);
            }
            if (!found.isEmpty()) {
                replace(cluster, destination, row, rest, sent ? found : List.of());
            }
        }
        return letters.stream().filter(left::contains).toList();
    }

    private void replace(
            String cluster, String destination, Row row, List<Long> inDoubt, List<Long> sent)
            throws SQLException {
        try (PreparedStatement statement =
                database.prepareStatement("DELETE FROM scattered WHERE id = ?")) {
            statement.setLong(1, row.id());
            statement.executeUpdate();
        }
        insertAs(cluster, destination, row, LetterState.SENDING, inDoubt);
        insertAs(cluster, destination, row, LetterState.SENT, sent);
    }

    private void insertAs(
            String cluster, String destination, Row from, LetterState state, List<Long> letters)
            throws SQLException {
        if (!letters.isEmpty()) {
            insert(
                    cluster,
                    destination,
                    new Row(
                            0,
                            from.partition(),
                            state,
                            from.action(),
                            from.at(),
                            from.owner(),
                            letters));
        }
    }

    /// @param more of the condition, nothing of which comes from outside
    private List<Row> rows(String cluster, String destination, String more) throws SQLException {
        List<Row> found = new ArrayList<>();
        try (PreparedStatement statement =
                database.prepareStatement(
                        "SELECT "
                                + COLUMNS
                                + " FROM scattered WHERE cluster = ? AND destination = ? "
                                + more)) {
            statement.setString(1, cluster);
            statement.setString(2, destination);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(
                            new Row(
                                    rows.getLong(1),
                                    rows.getInt(2),
                                    LetterState.valueOf(rows.getString(3)),
                                    UUID.fromString(rows.getString(4)),
                                    Instant.ofEpochMilli(rows.getLong(5)),
                                    new Owner(rows.getString(6), rows.getLong(7), rows.getLong(8)),
                                    unpacked(rows.getBytes(9))));
                }
            }
        }
        return found;
    }

    private static byte[] packed(List<Long> letters) {
        ByteBuffer bytes = ByteBuffer.allocate(letters.size() * Long.BYTES);
        letters.forEach(bytes::putLong);
        return bytes.array();
    }

    private static List<Long> unpacked(byte[] packed) {
        ByteBuffer bytes = ByteBuffer.wrap(packed);
        List<Long> letters = new ArrayList<>(packed.length / Long.BYTES);
        while (bytes.hasRemaining()) {
            letters.add(bytes.getLong());
        }
        return letters;
    }
}
