package dev.signalbox.demo.services.order;

import dev.signalbox.demo.services.event.OrderCreated;
import dev.signalbox.demo.services.lifecycle.Stop;
import dev.signalbox.demo.services.transaction.Coordinator;
import dev.signalbox.demo.services.transaction.CoordinatorException;
import dev.signalbox.demo.services.transaction.Ending;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Places an order: one global transaction with a branch in each of three databases.
///
/// Whether an order is placed is the coordinator's word, never this class's own opinion: somebody else
/// may have ended the transaction meanwhile, and an answer may have been lost. So it asks until it
/// knows, and where the coordinator has forgotten, the order's own row tells: a roll back has removed it
/// before the coordinator forgot.
final class PlaceOrder {

    static final String TRANSACTION = "place-order";
    static final Duration TIMEOUT = Duration.ofMinutes(15);

    private static final Logger LOG = LoggerFactory.getLogger(PlaceOrder.class);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(1);

    private final Coordinator coordinator;
    private final Participants participants;
    private final Orders orders;
    private final Stop stop;

    /// What this needs to know of the order database.
    interface Orders {
        String newId() throws SQLException;

        boolean has(String orderId) throws SQLException;
    }

    PlaceOrder(Coordinator coordinator, Participants participants, Orders orders, Stop stop) {
        this.coordinator = coordinator;
        this.participants = participants;
        this.orders = orders;
        this.stop = stop;
    }

    /// Places it and waits until it is known whether it is placed.
    Placement place(NewOrder order) throws InterruptedException {
        OrderCreated created;
        String xid;
        try {
            created =
                    new OrderCreated(
                            orders.newId(),
                            order.customer(),
                            order.lines(),
                            order.amount(),
                            order.currency(),
                            Instant.now());
            xid = coordinator.begin(TRANSACTION, TIMEOUT);
        } catch (SQLException | CoordinatorException e) {
            return new Placement.Failed(String.valueOf(e.getMessage()));
        }
        try {
            participants.record(created, xid);
            participants.reserve(created, xid);
            participants.authorise(created, xid);
        } catch (OrderRefusedException e) {
            LOG.debug("order {} of {}: {}", created.orderId(), xid, e.reason());
            return settled(created.orderId(), xid, coordinator::rollBack, e.reason());
        } catch (RuntimeException e) {
            // A bug must not leave the transaction open, with its rows locked until the time-out
            LOG.error("order {} of {}", created.orderId(), xid, e);
            return settled(created.orderId(), xid, coordinator::rollBack, e.toString());
        }
        return settled(created.orderId(), xid, coordinator::commit, "rolled back by somebody else");
    }

    private Placement settled(String orderId, String xid, Request request, String ifNot)
            throws InterruptedException {
        do {
            Optional<Boolean> placed = asked(orderId, xid, request);
            if (placed.isPresent()) {
                return placed.get()
                        ? new Placement.Placed(orderId, xid)
                        : new Placement.Failed(ifNot);
            }
        } while (!stop.within(BETWEEN_QUESTIONS));
        return new Placement.Unknown(orderId, xid);
    }

    /// Whether the order is placed, if that can be told now. Asking again is harmless: a transaction that
    /// has ended stays as it is.
    private Optional<Boolean> asked(String orderId, String xid, Request request) {
        try {
            Ending ending = request.of(xid);
            return switch (ending) {
                case OPEN -> Optional.empty();
                case COMMITTED -> Optional.of(true);
                case ROLLED_BACK -> Optional.of(false);
                case FORGOTTEN -> Optional.of(orders.has(orderId));
            };
        } catch (CoordinatorException | SQLException e) {
            LOG.info("how {} has ended is not known yet: {}", xid, e.getMessage());
            return Optional.empty();
        }
    }

    private interface Request {
        Ending of(String xid) throws CoordinatorException;
    }
}
