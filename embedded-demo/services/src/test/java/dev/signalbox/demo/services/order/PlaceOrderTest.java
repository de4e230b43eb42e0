package dev.signalbox.demo.services.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.demo.services.event.OrderCreated;
import dev.signalbox.demo.services.lifecycle.Stop;
import dev.signalbox.demo.services.transaction.Ending;
import dev.signalbox.demo.services.transaction.FakeCoordinator;
import dev.signalbox.demo.services.transaction.FakeCoordinator.Line;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlaceOrderTest {

    private static final NewOrder ORDER =
            new NewOrder("C-0001", List.of(new Wish("P-0001", 2)), "EUR");

    private final FakeCoordinator coordinator = new FakeCoordinator();
    private final FakeBranches branches = new FakeBranches();
    private final FakeOrders orders = new FakeOrders();
    private final Stop stop = new Stop();
    private final PlaceOrder placeOrder = new PlaceOrder(coordinator, branches, orders, stop);

    @Test
    void anOrderIsPlacedWhenAllThreeBranchesAreWrittenAndTheTransactionCommits() throws Exception {
        assertThat(placeOrder.place(ORDER)).isEqualTo(new Placement.Placed("O-1", "xid-0"));

        assertThat(branches.written).containsExactly("record", "reserve", "authorise");
        assertThat(coordinator.ending("xid-0")).isEqualTo(Ending.COMMITTED);
    }

    @Test
    void anOrderThatABranchRefusesIsRolledBackAndNoFurtherBranchIsWritten() throws Exception {
        branches.refuse("reserve");

        assertThat(placeOrder.place(ORDER)).isEqualTo(new Placement.Failed("reserve refused"));

        assertThat(branches.written).containsExactly("record");
        assertThat(coordinator.ending("xid-0")).isEqualTo(Ending.ROLLED_BACK);
    }

    @Test
    void withoutACoordinatorAnOrderFailsAndWritesNothing() throws Exception {
        coordinator.lose(Line.REQUEST_LOST);

        assertThat(placeOrder.place(ORDER)).isInstanceOf(Placement.Failed.class);

        assertThat(branches.written).isEmpty();
    }

    @Test
    void aCommitThatDoesNotArriveIsAskedForAgain() throws Exception {
        branches.afterAuthorise = () -> coordinator.lose(Line.REQUEST_LOST, Line.REQUEST_LOST);

        assertThat(placeOrder.place(ORDER)).isInstanceOf(Placement.Placed.class);
    }

    @Test
    void aCommitWhoseAnswerIsLostCountsAsPlaced() throws Exception {
        branches.afterAuthorise = () -> coordinator.lose(Line.ANSWER_LOST);

        assertThat(placeOrder.place(ORDER)).isInstanceOf(Placement.Placed.class);
    }

    @Test
    void aRollBackWhoseAnswerIsLostCountsAsFailed() throws Exception {
        branches.refuse("authorise");
        branches.afterReserve = () -> coordinator.lose(Line.ANSWER_LOST);

        assertThat(placeOrder.place(ORDER)).isInstanceOf(Placement.Failed.class);
        assertThat(coordinator.ending("xid-0")).isEqualTo(Ending.ROLLED_BACK);
    }

    @Test
    void anOrderThatAnOperatorRollsBackWhileItHangsHasFailedAndIsNeverCommitted() throws Exception {
        branches.refuse("authorise");
        branches.afterReserve = () -> coordinator.endFromOutside("xid-0", Ending.ROLLED_BACK);

        assertThat(placeOrder.place(ORDER)).isInstanceOf(Placement.Failed.class);
        assertThat(coordinator.ending("xid-0")).isEqualTo(Ending.ROLLED_BACK);
    }

    @Test
    void anOrderThatAnOperatorRollsBackJustBeforeItsCommitHasFailed() throws Exception {
        branches.afterAuthorise = () -> coordinator.endFromOutside("xid-0", Ending.ROLLED_BACK);

        assertThat(placeOrder.place(ORDER)).isInstanceOf(Placement.Failed.class);
    }

    @Test
    void anOrderThatAnOperatorCommitsWhileItHangsIsPlaced() throws Exception {
        branches.refuse("authorise");
        branches.afterReserve = () -> coordinator.endFromOutside("xid-0", Ending.COMMITTED);

        assertThat(placeOrder.place(ORDER)).isInstanceOf(Placement.Placed.class);
    }

    @Test
    void ofATransactionThatIsForgottenTheOrdersRowTellsHowItEnded() throws Exception {
        branches.afterAuthorise = () -> coordinator.forget("xid-0");
        orders.rows.add("O-1");
        assertThat(placeOrder.place(ORDER)).isInstanceOf(Placement.Placed.class);

        branches.afterAuthorise = () -> coordinator.forget("xid-1");
        assertThat(placeOrder.place(ORDER)).isInstanceOf(Placement.Failed.class);
    }

    @Test
    void whileTheOrdersRowCannotBeReadNothingIsSaid() throws Exception {
        branches.afterAuthorise = () -> coordinator.forget("xid-0");
        orders.rows.add("O-1");
        orders.failures = 2;

        assertThat(placeOrder.place(ORDER)).isInstanceOf(Placement.Placed.class);
        assertThat(orders.failures).isZero();
    }

    @Test
    void aBugLeavesNoTransactionOpen() throws Exception {
        branches.afterReserve =
                () -> {
                    throw new IllegalStateException("a bug");
                };

        assertThat(placeOrder.place(ORDER)).isInstanceOf(Placement.Failed.class);
        assertThat(coordinator.ending("xid-0")).isEqualTo(Ending.ROLLED_BACK);
    }

    @Test
    void aServiceThatStopsBeforeItKnowsSaysSo() throws Exception {
        branches.afterAuthorise =
                () -> {
                    coordinator.lose(Line.ANSWER_LOST);
                    stop.wish();
                };

        assertThat(placeOrder.place(ORDER)).isEqualTo(new Placement.Unknown("O-1", "xid-0"));
    }

    private static final class FakeOrders implements PlaceOrder.Orders {
        private final Set<String> rows = new HashSet<>();
        private int next = 1;
        private int failures;

        @Override
        public String newId() {
            return "O-" + next++;
        }

        @Override
        public boolean has(String orderId) throws SQLException {
            if (failures > 0) {
                failures--;
                throw new SQLException("by order");
            }
            return rows.contains(orderId);
        }
    }

    private static final class FakeBranches implements Participants {
        private final List<String> written = new ArrayList<>();
        private String refused = "";
        private Runnable afterReserve = () -> {};
        private Runnable afterAuthorise = () -> {};

        void refuse(String branch) {
            refused = branch;
        }

        @Override
        public void record(OrderCreated order, String xid) throws OrderRefusedException {
            write("record");
        }

        @Override
        public void reserve(OrderCreated order, String xid) throws OrderRefusedException {
            write("reserve");
            afterReserve.run();
        }

        @Override
        public void authorise(OrderCreated order, String xid) throws OrderRefusedException {
            write("authorise");
            afterAuthorise.run();
        }

        private void write(String branch) throws OrderRefusedException {
            if (branch.equals(refused)) {
                throw new OrderRefusedException(branch + " refused");
            }
            written.add(branch);
        }
    }
}
