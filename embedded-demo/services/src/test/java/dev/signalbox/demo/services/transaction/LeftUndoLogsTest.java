package dev.signalbox.demo.services.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.demo.services.backend.Backend;
import dev.signalbox.demo.services.database.Database;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeftUndoLogsTest {

    private static final Duration OLD = Duration.ofMinutes(1);
    private static final int NORMAL = 0;
    private static final int FENCE = 1;

    private final FakeCoordinator coordinator = new FakeCoordinator();
    private Database database;
    private LeftUndoLogs left;

    @BeforeEach
    void open() throws SQLException {
        database = Database.open("test", Backend.shared().newDatabase());
        database.createTables("undo-log.sql");
        left = new LeftUndoLogs(database, coordinator);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theUndoLogOfAForgottenTransactionGoes() throws Exception {
        write("gone", NORMAL, OLD);

        assertThat(left.remove()).isEqualTo(1);
        assertThat(rows()).isZero();
    }

    @Test
    void theUndoLogOfATransactionThatTheCoordinatorKnowsStays() throws Exception {
        coordinator.endFromOutside("open", Ending.OPEN);
        coordinator.endFromOutside("committing", Ending.COMMITTED);
        coordinator.endFromOutside("rolling back", Ending.ROLLED_BACK);
        write("open", NORMAL, OLD);
        write("committing", NORMAL, OLD);
        write("rolling back", NORMAL, OLD);

        assertThat(left.remove()).isZero();
        assertThat(rows()).isEqualTo(3);
    }

    @Test
    void aYoungUndoLogIsLeftToTheClientThatIsAboutToDeleteIt() throws Exception {
        write("just committed", NORMAL, Duration.ZERO);

        assertThat(left.remove()).isZero();
    }

    @Test
    void theFenceAgainstALateBranchStays() throws Exception {
        write("gone", FENCE, OLD);

        assertThat(left.remove()).isZero();
    }

    @Test
    void withoutACoordinatorNothingIsRemoved() throws Exception {
        write("unknown", NORMAL, OLD);
        coordinator.lose(FakeCoordinator.Line.REQUEST_LOST);

        assertThatThrownBy(left::remove).isInstanceOf(CoordinatorException.class);
        assertThat(rows()).isEqualTo(1);
    }

    private void write(String xid, int status, Duration age) throws SQLException {
        database.inTransaction(
                connection -> {
                    try (PreparedStatement insert =
                            connection.prepareStatement(
                                    "INSERT INTO undo_log (branch_id, xid, context, rollback_info,"
                                        + " log_status, log_created, log_modified) VALUES (1, ?,"
                                        + " '', '', ?, now() - ? * interval '1 second', now())")) {
                        insert.setString(1, xid);
                        insert.setInt(2, status);
                        insert.setLong(3, age.toSeconds());
                        return insert.executeUpdate();
                    }
                });
    }

    private long rows() throws SQLException {
        return database.inTransaction(
                connection -> {
                    try (PreparedStatement select =
                                    connection.prepareStatement("SELECT count(*) FROM undo_log");
                            ResultSet row = select.executeQuery()) {
                        row.next();
                        return row.getLong(1);
                    }
                });
    }
}
