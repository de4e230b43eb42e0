package dev.signalbox.core.deadletter;

import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.storage.PrivateFiles;
import dev.signalbox.core.text.CoreTexts;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// What the operators of this machine have noted on causes, in the same file as the ledger. Every call is on the disk
/// when it returns.
public final class CauseNotes implements AutoCloseable {
    private final Path file;
    private final Connection database;

    private CauseNotes(Path file, Connection database) {
        this.file = file;
        this.database = database;
    }

    /// @param at when it was noted
    /// @param by name of the operator
    public record Note(CauseState state, String text, Instant at, String by) {
        /// Whether a cause that was fixed has shown up again since.
        public boolean hasReturned(Instant lastSeen) {
            return state == CauseState.FIXED && lastSeen.isAfter(at);
        }
    }

    public static CauseNotes open(Path file) throws ConnectorException {
        try {
            PrivateFiles.createFolder(Objects.requireNonNull(file.toAbsolutePath().getParent()));
            Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
            try (Statement statement = database.createStatement()) {
                statement.execute("PRAGMA busy_timeout = 5000");
                statement.execute("PRAGMA journal_mode = WAL");
                statement.execute("PRAGMA synchronous = FULL");
                statement.execute(
                        """
                        CREATE TABLE IF NOT EXISTS causes (
                            cluster TEXT NOT NULL,
                            destination TEXT NOT NULL,
                            cause TEXT NOT NULL,
                            state TEXT NOT NULL,
                            note TEXT NOT NULL,
                            at INTEGER NOT NULL,
                            operator TEXT NOT NULL,
                            PRIMARY KEY (cluster, destination, cause))
                        """);
            }
            return new CauseNotes(file, database);
        } catch (SQLException | IOException e) {
            throw failed(file, e);
        }
    }

    /// Replaces the note on a cause.
    ///
    /// @param cluster the server's own identity
    /// @param cause see [CauseKey#id]
    public synchronized void put(String cluster, String destination, String cause, Note note)
            throws ConnectorException {
        try (PreparedStatement statement =
                database.prepareStatement("REPLACE INTO causes VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            statement.setString(1, cluster);
            statement.setString(2, destination);
            statement.setString(3, cause);
            statement.setString(4, note.state().name());
            statement.setString(5, note.text());
            statement.setLong(6, note.at().toEpochMilli());
            statement.setString(7, note.by());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(file, e);
        }
    }

    /// The notes on the causes of a destination, by the causes' ids.
    public synchronized Map<String, Note> of(String cluster, String destination)
            throws ConnectorException {
        Map<String, Note> notes = new HashMap<>();
        try (PreparedStatement statement =
                database.prepareStatement(
                        """
                        SELECT cause, state, note, at, operator FROM causes
                        WHERE cluster = ? AND destination = ?
                        """)) {
            statement.setString(1, cluster);
            statement.setString(2, destination);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    notes.put(
                            rows.getString(1),
                            new Note(
                                    CauseState.valueOf(rows.getString(2)),
                                    rows.getString(3),
                                    Instant.ofEpochMilli(rows.getLong(4)),
                                    rows.getString(5)));
                }
            }
        } catch (SQLException e) {
            throw failed(file, e);
        }
        return Map.copyOf(notes);
    }

    @Override
    public synchronized void close() {
        try {
            database.close();
        } catch (SQLException e) {
            // Every note was on the disk when its call returned.
        }
    }

    private static ConnectorException failed(Path file, Exception cause) {
        return new ConnectorException(
                new Problem(
                        ProblemKind.UNEXPECTED,
                        CoreTexts.get("notes.failed", file, String.valueOf(cause.getMessage())),
                        CoreTexts.get("notes.failed.remedy"),
                        cause.toString()),
                cause);
    }
}
