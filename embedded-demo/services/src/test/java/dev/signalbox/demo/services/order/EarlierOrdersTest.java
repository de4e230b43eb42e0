package dev.signalbox.demo.services.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.demo.services.backend.Backend;
import dev.signalbox.demo.services.database.Database;
import dev.signalbox.demo.services.event.OrderCreated;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EarlierOrdersTest {

    private Database database;
    private OrderBook book;

    @BeforeEach
    void open() throws SQLException {
        database = Database.open("test", Backend.shared().newDatabase());
        database.createTables("undo-log.sql", "order.sql");
        book = new OrderBook(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void ordersThatAreSettledCountFromTheStart() throws Exception {
        write("O-1", "x-1");
        write("O-2", "x-2");

        assertThat(new EarlierOrders(book).placed()).isEqualTo(2);
    }

    @Test
    void anOrderInDoubtCountsOnceItIsSettled() throws Exception {
        write("O-1", "x-1");
        write("O-2", "x-2");
        execute(
                "INSERT INTO undo_log (branch_id, xid, context, rollback_info, log_status,"
                        + " log_created, log_modified) VALUES (1, 'x-2', '', '', 0, now(), now())");
        EarlierOrders earlier = new EarlierOrders(book);
        assertThat(earlier.placed()).isEqualTo(1);

        execute("DELETE FROM undo_log");

        assertThat(earlier.placed()).isEqualTo(2);
    }

    @Test
    void anOrderInDoubtThatIsRolledBackNeverCounts() throws Exception {
        write("O-1", "x-1");
        execute(
                "INSERT INTO undo_log (branch_id, xid, context, rollback_info, log_status,"
                        + " log_created, log_modified) VALUES (1, 'x-1', '', '', 0, now(), now())");
        EarlierOrders earlier = new EarlierOrders(book);

        execute("DELETE FROM orders");
        execute("DELETE FROM undo_log");

        assertThat(earlier.placed()).isZero();
    }

    @Test
    void ordersOfThisRunAreNotEarlierOnes() throws Exception {
        write("O-1", "x-1");
        EarlierOrders earlier = new EarlierOrders(book);

        write("O-2", "x-2");

        assertThat(earlier.placed()).isEqualTo(1);
    }

    private void write(String id, String xid) throws SQLException {
        OrderCreated order =
                new OrderCreated(
                        id, "C-0001", List.of(), new BigDecimal("9.98"), "EUR", Instant.now());
        database.inTransaction(
                connection -> {
                    OrderBook.insert(connection, order, xid);
                    return true;
                });
    }

    private void execute(String sql) throws SQLException {
        database.inTransaction(
                connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(sql)) {
                        return statement.executeUpdate();
                    }
                });
    }
}
