package dev.signalbox.demo.services.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.demo.services.backend.Backend;
import dev.signalbox.demo.services.database.Database;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private Database database;
    private Outbox outbox;

    @BeforeEach
    void open() throws SQLException {
        database = Database.open("test", Backend.shared().newDatabase());
        database.createTables("undo-log.sql", "outbox.sql");
        outbox = new Outbox(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anEventOfALocalTransactionIsReadyAtOnce() throws Exception {
        write(event("m-1", "O-1", "x-1", false));

        assertThat(outbox.ready(10)).containsExactly(event("m-1", "O-1", "x-1", false));
    }

    @Test
    void anEventOfABranchWaitsForTheUndoLogOfItsTransactionToGo() throws Exception {
        write(event("m-1", "O-1", "x-1", true));
        writeUndoLog("x-1");
        assertThat(outbox.ready(10)).isEmpty();

        deleteUndoLog("x-1");
        assertThat(ids()).containsExactly("m-1");
    }

    @Test
    void theUndoLogOfAnotherTransactionHoldsNothingUp() throws Exception {
        write(event("m-1", "O-1", "x-1", true));
        writeUndoLog("x-2");

        assertThat(ids()).containsExactly("m-1");
    }

    @Test
    void anEventOfALocalTransactionDoesNotWaitForTheTransactionItsXidNames() throws Exception {
        write(event("m-1", "O-1", "x-1", false));
        writeUndoLog("x-1");

        assertThat(ids()).containsExactly("m-1");
    }

    @Test
    void whatIsMarkedIsNotReadyAgain() throws Exception {
        write(event("m-1", "O-1", null, false));
        write(event("m-2", "O-2", null, false));

        outbox.markPublished(List.of("m-1"));

        assertThat(ids()).containsExactly("m-2");
    }

    @Test
    void markingNothingIsFine() throws Exception {
        outbox.markPublished(List.of());

        assertThat(outbox.ready(10)).isEmpty();
    }

    @Test
    void ofOneOrderOnlyTheOldestEventIsReady() throws Exception {
        write(event("m-1", "O-1", null, false));
        write(event("m-2", "O-2", null, false));
        write(event("m-3", "O-1", null, false));

        assertThat(ids()).containsExactly("m-1", "m-2");

        outbox.markPublished(List.of("m-1", "m-2"));
        assertThat(ids()).containsExactly("m-3");
    }

    @Test
    void anEventThatWaitsHoldsUpTheLaterOnesOfItsOrder() throws Exception {
        write(event("m-1", "O-1", "x-1", true));
        write(event("m-2", "O-1", null, false));
        writeUndoLog("x-1");

        assertThat(outbox.ready(10)).isEmpty();
    }

    @Test
    void theOldestComeFirstAndNoMoreThanAskedFor() throws Exception {
        for (int i = 0; i < 5; i++) {
            write(event("m-" + i, "O-" + i, null, false));
        }

        assertThat(outbox.ready(3))
                .extracting(OutboxEvent::messageId)
                .containsExactly("m-0", "m-1", "m-2");
    }

    @Test
    void anEventOfATransactionThatIsRolledBackIsNeverThere() throws Exception {
        assertThatThrownBy(
                        () ->
                                database.inTransaction(
                                        connection -> {
                                            Outbox.write(
                                                    connection, event("m-1", "O-1", null, false));
                                            throw new SQLException("by order");
                                        }))
                .hasMessage("by order");

        assertThat(outbox.ready(10)).isEmpty();
    }

    private List<String> ids() throws SQLException {
        return outbox.ready(10).stream().map(OutboxEvent::messageId).toList();
    }

    private static OutboxEvent event(
            String id, String orderId, @Nullable String xid, boolean awaitsCommit) {
        return new OutboxEvent(id, "orders", orderId, xid, awaitsCommit, "{}");
    }

    private void write(OutboxEvent event) throws SQLException {
        database.inTransaction(
                connection -> {
                    Outbox.write(connection, event);
                    return true;
                });
    }

    private void writeUndoLog(String xid) throws SQLException {
        execute(
                "INSERT INTO undo_log (branch_id, xid, context, rollback_info, log_status,"
                        + " log_created, log_modified) VALUES (1, ?, '', '', 0, now(), now())",
                xid);
    }

    private void deleteUndoLog(String xid) throws SQLException {
        execute("DELETE FROM undo_log WHERE xid = ?", xid);
    }

    private void execute(String sql, String xid) throws SQLException {
        database.inTransaction(
                connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(sql)) {
                        statement.setString(1, xid);
                        return statement.executeUpdate();
                    }
                });
    }
}
