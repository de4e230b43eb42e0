package dev.signalbox.demo.services.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.demo.services.backend.Backend;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RetentionTest {

    private Database database;

    @BeforeEach
    void open() throws SQLException {
        database = Database.open("test", Backend.shared().newDatabase());
        database.createTables("outbox.sql", "processed-message.sql");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anEventThatWasPublishedLongAgoGoesAndOneThatWasNotNeverDoes() throws Exception {
        event("old", "now() - interval '61 minutes'");
        event("young", "now() - interval '59 minutes'");
        event("waiting", "NULL");

        assertThat(Retention.OUTBOX.trim(database)).isEqualTo(1);

        assertThat(column("SELECT message_id FROM outbox"))
                .containsExactlyInAnyOrder("young", "waiting");
    }

    @Test
    void aMessageIsRememberedForADay() throws Exception {
        execute(
                "INSERT INTO processed_message VALUES"
                        + " ('payment', 'old', now() - interval '25 hours'),"
                        + " ('payment', 'young', now() - interval '23 hours')");

        assertThat(Retention.PROCESSED_MESSAGES.trim(database)).isEqualTo(1);

        assertThat(column("SELECT message_id FROM processed_message")).containsExactly("young");
    }

    @Test
    void manyGoInSmallBatches() throws Exception {
        execute(
                "INSERT INTO processed_message SELECT 'payment', 'm-' || n, now() - interval '2"
                        + " days' FROM generate_series(1, 1100) AS n");

        assertThat(Retention.PROCESSED_MESSAGES.trim(database)).isEqualTo(500);
        assertThat(Retention.PROCESSED_MESSAGES.trim(database)).isEqualTo(500);
        assertThat(Retention.PROCESSED_MESSAGES.trim(database)).isEqualTo(100);
        assertThat(Retention.PROCESSED_MESSAGES.trim(database)).isZero();
    }

    private void event(String id, String publishedAt) throws SQLException {
        execute(
                "INSERT INTO outbox (message_id, topic, order_id, awaits_commit, payload,"
                        + " created_at, published_at) VALUES ('%s', 'orders', 'O-1', false, '{}',"
                                .formatted(id)
                        + " now() - interval '1 day', "
                        + publishedAt
                        + ")");
    }

    private void execute(String sql) throws SQLException {
        database.inTransaction(
                connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(sql)) {
                        return statement.executeUpdate();
                    }
                });
    }

    private List<String> column(String sql) throws SQLException {
        return database.inTransaction(
                connection -> {
                    List<String> found = new ArrayList<>();
                    try (PreparedStatement select = connection.prepareStatement(sql);
                            ResultSet rows = select.executeQuery()) {
                        while (rows.next()) {
                            found.add(rows.getString(1));
                        }
                    }
                    return found;
                });
    }
}
