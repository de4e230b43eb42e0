package dev.signalbox.core.ledger;

import dev.signalbox.core.model.MessageSelection.Range;
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
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// Which dead letters have been replayed, kept by the server's own identity, so that none is sent twice
/// unnoticed: not after a crash, not from another window, not from the command line.
///
/// One SQLite file for all consoles of this user; every call is one transaction, on the disk when it returns.
/// Letters are kept as offset ranges, so a replay of a million letters is a handful of rows; those that lie batches are
/// kept a batch to a row.
public final class ReplayLedger implements ReplayHistory, AutoCloseable {
    private final Path file;
    private final Connection database;
    private final Owner self;
    private final LetterBatches batches;
    private final EarlierLetters earlier;

    private ReplayLedger(Path file, Connection database, Owner self) {
        this.file = file;
        this.database = database;
        this.self = self;
        this.batches = new LetterBatches(database);
        this.earlier = new EarlierLetters(database);
    }

    /// A range of letters that a replay has touched.
    ///
    /// @param owner the console whose action it was
    public record Entry(Range letters, LetterState state, UUID actionId, Instant at, Owner owner) {}

    /// @param self the console that writes into it from here
    public static ReplayLedger open(Path file, Owner self) throws ConnectorException {
        try {
            PrivateFiles.createFolder(Objects.requireNonNull(file.toAbsolutePath().getParent()));
            Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
            try (Statement statement = database.createStatement()) {
                statement.execute("PRAGMA busy_timeout = 5000");
                statement.execute("PRAGMA journal_mode = WAL");
                statement.execute("PRAGMA synchronous = FULL");
            }
            ReplayLedger ledger = new ReplayLedger(file, database, self);
            ledger.earlier.createTable();
            ledger.batches.createTable();
            return ledger;
        } catch (SQLException | IOException e) {
            throw failed(file, e);
        }
    }

    @Override
    public synchronized List<Entry> find(String cluster, String destination, List<Range> letters)
            throws ConnectorException {
        try {
            return select(cluster, destination, letters);
        } catch (SQLException e) {
            throw failed(file, e);
        }
    }

    /// Notes that an action is about to send these letters.
    ///
    /// @param again whether letters that were touched before may be sent once more
    /// @throws ConnectorException `CONFLICT` when another action has touched one of them and `again` is not
    ///     set: two consoles cannot replay the same letter side by side
    public synchronized void sending(
            String cluster,
            String destination,
            List<Range> letters,
            UUID action,
            Instant at,
            boolean again)
            throws ConnectorException {
        inTransaction(
                () -> {
                    if (!again && isTaken(cluster, destination, letters, action)) {
                        throw new ConnectorException(
                                new Problem(
                                        ProblemKind.CONFLICT,
                                        CoreTexts.get("ledger.taken", destination),
                                        CoreTexts.get("ledger.taken.remedy")));
                    }
                    insert(cluster, destination, letters, action, at);
                });
    }

    /// Notes that letters noted by [#sending] are on the broker for certain.
    public synchronized void sent(
            String cluster, String destination, List<Range> letters, UUID action)
            throws ConnectorException {
        inTransaction(() -> resolve(true, cluster, destination, letters, action));
    }

    /// Notes that letters noted by [#sending] have certainly not been sent.
    public synchronized void notSent(
            String cluster, String destination, List<Range> letters, UUID action)
            throws ConnectorException {
        inTransaction(() -> resolve(false, cluster, destination, letters, action));
    }

    /// Replaces what is in doubt of an action by what turned out: these of the letters were sent, the others not.
    ///
    /// @param letters entries of that action in doubt
    public synchronized void settle(
            String cluster, String destination, List<Entry> letters, List<Range> sent)
            throws ConnectorException {
        for (Entry entry : letters) {
            List<Range> doubtful = List.of(entry.letters());
            inTransaction(
                    () -> {
                        resolve(false, cluster, destination, doubtful, entry.actionId());
                        List<Range> there = LetterRanges.common(doubtful, sent);
                        insert(cluster, destination, there, entry.actionId(), entry.at());
                        resolve(true, cluster, destination, there, entry.actionId());
                    });
        }
    }

    /// Forgets letters that were sent before that time. Those in doubt stay: they are what must not be sent unnoticed.
    public synchronized void forgetBefore(Instant time) throws ConnectorException {
        for (String table : List.of("letters", "batches")) {
            inTransaction(
                    () -> {
                        try (PreparedStatement statement =
                                database.prepareStatement(
                                        "DELETE FROM "
                                                + table
                                                + " WHERE state = 'SENT' AND at < ?")) {
                            statement.setLong(1, time.toEpochMilli());
                            statement.executeUpdate();
                        }
                    });
        }
    }

    @Override
    public synchronized void close() {
        try {
            database.close();
        } catch (SQLException e) {
            // Every note was on the disk when its call returned.
        }
    }

    private void resolve(
            boolean sent, String cluster, String destination, List<Range> letters, UUID action)
            throws SQLException {
        earlier.resolve(
                sent,
                cluster,
                destination,
                batches.resolve(sent, cluster, destination, letters, action),
                action);
    }

    private boolean isTaken(String cluster, String destination, List<Range> letters, UUID action)
            throws SQLException {
        List<Range> joined = LetterRanges.joined(letters);
        return batches.isTaken(cluster, destination, joined, action)
                || earlier.find(cluster, destination, joined).stream()
                        .anyMatch(entry -> !entry.actionId().equals(action));
    }

    private List<Entry> select(String cluster, String destination, List<Range> letters)
            throws SQLException {
        List<Range> joined = LetterRanges.joined(letters);
        List<Entry> entries = earlier.find(cluster, destination, joined);
        entries.addAll(batches.find(cluster, destination, joined));
        entries.sort(Comparator.comparing(Entry::at));
        return entries;
    }

    private void insert(
            String cluster, String destination, List<Range> letters, UUID action, Instant at)
            throws SQLException {
        batches.insert(cluster, destination, letters, action, at, self);
    }

    private interface Work {
        void run() throws SQLException, ConnectorException;
    }

    /// `BEGIN IMMEDIATE` takes the write lock before anything is read, so that two consoles cannot both find a
    /// letter free.
    private void inTransaction(Work work) throws ConnectorException {
        try (Statement statement = database.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            boolean done = false;
            try {
                work.run();
                statement.execute("COMMIT");
                done = true;
            } finally {
                if (!done) {
                    statement.execute("ROLLBACK");
                }
            }
        } catch (SQLException e) {
            throw failed(file, e);
        }
    }

    private static ConnectorException failed(Path file, Exception cause) {
        return new ConnectorException(
                new Problem(
                        ProblemKind.UNEXPECTED,
                        CoreTexts.get("ledger.failed", file, String.valueOf(cause.getMessage())),
                        CoreTexts.get("ledger.failed.remedy"),
                        cause.toString()),
                cause);
    }
}
