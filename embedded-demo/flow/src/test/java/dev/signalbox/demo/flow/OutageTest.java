package dev.signalbox.demo.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalbox.demo.services.backend.Demo;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Nothing is lost and nothing done twice, whatever goes away in the middle of it.
class OutageTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final double RATE = 10;

    private final Demo demo = Demo.shared();
    private long placed;

    @BeforeEach
    void runOrders() throws Exception {
        demo.calmDown();
        placed = demo.order.counter("placed");
        demo.traffic(RATE);
        awaitPlaced(20);
    }

    @AfterEach
    void stopOrders() throws Exception {
        demo.calmDown();
    }

    @Test
    void whileTheBrokerIsStoppedOrdersArePlacedAndWaitAndAfterwardsAllComplete() throws Exception {
        demo.backend().broker().close();
        long before = demo.order.counter("placed") - placed;
        await().atMost(PATIENCE).until(() -> demo.order.counter("waiting") == 1);
        awaitPlaced(before + 20);

        demo.backend().broker().startAgain();

        assertAllComplete();
        await().atMost(PATIENCE).until(() -> demo.order.counter("waiting") == 0);
    }

    @Test
    void aBrokerThatIsKilledLosesNoOrder() throws Exception {
        demo.backend().broker().kill();
        demo.backend().broker().startAgain();

        assertAllComplete();
    }

    @Test
    void whileTheCoordinatorIsAwayOrdersFailAndAfterwardsTheyGoOn() throws Exception {
        long failed = demo.order.counter("failed");
        demo.backend().coordinator().kill();
        await().atMost(PATIENCE).until(() -> demo.order.counter("failed") >= failed + 5);

        demo.backend().coordinator().startAgain();

        awaitPlaced(demo.order.counter("placed") - placed + 20);
        assertAllComplete();
    }

    @Test
    void anOrderServiceThatIsKilledLosesNoOrderThatWasPlaced() throws Exception {
        demo.order.kill();
        demo.order.startAgain();
        // What was under way is open and belongs to nobody: an operator ends it
        demo.rollBackWhatIsOpen();

        demo.traffic(RATE);
        awaitPlaced(demo.order.counter("placed") - placed + 20);
        assertAllComplete();
    }

    @Test
    void consumersThatAreKilledDoNothingTwice() throws Exception {
        demo.payment.kill();
        demo.stock.kill();
        demo.payment.startAgain();
        demo.stock.startAgain();

        awaitPlaced(demo.order.counter("placed") - placed + 20);
        assertAllComplete();
    }

    private void awaitPlaced(long more) {
        await().atMost(PATIENCE).until(() -> demo.order.counter("placed") >= placed + more);
    }

    /// Every order that is placed is in all books exactly once and complete; no other is in any.
    private void assertAllComplete() throws Exception {
        demo.traffic(0);
        demo.awaitQuiet();
        long orders = demo.number("orders", "SELECT count(*) FROM orders");
        assertThat(demo.order.counter("placed")).isEqualTo(orders);
        assertThat(demo.order.counter("completed")).isEqualTo(orders);
        assertThat(demo.rows("orders", "SELECT order_id FROM completions ORDER BY 1"))
                .isEqualTo(demo.rows("orders", "SELECT id FROM orders ORDER BY 1"));
        assertThat(demo.rows("payments", "SELECT order_id FROM captures ORDER BY 1"))
                .isEqualTo(demo.rows("payments", "SELECT order_id FROM authorisations ORDER BY 1"))
                .isEqualTo(demo.rows("orders", "SELECT id FROM orders ORDER BY 1"));
        assertThat(demo.rows("stock", "SELECT order_id FROM shipments ORDER BY 1"))
                .isEqualTo(
                        demo.rows("stock", "SELECT DISTINCT order_id FROM reservations ORDER BY 1"))
                .isEqualTo(demo.rows("orders", "SELECT id FROM orders ORDER BY 1"));
        assertThat(demo.rows("payments", "SELECT sum(balance) FROM accounts"))
                .isEqualTo(demo.rows("payments", "SELECT sum(amount) FROM authorisations"));
        assertThat(demo.rows("stock", "SELECT sum(1000000 - available) FROM products"))
                .isEqualTo(demo.rows("stock", "SELECT sum(quantity) FROM reservations"));
    }
}
