package dev.signalbox.demo.services.order;

import dev.signalbox.demo.services.order.OrderBook.Tally;
import java.sql.SQLException;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How many orders earlier runs of this service have placed. Some may have been in a global transaction
/// when their run ended; they count from when it is known that they are placed, so this looks again
/// while there are any.
final class EarlierOrders {

    private static final Logger LOG = LoggerFactory.getLogger(EarlierOrders.class);

    private final OrderBook book;
    private final Instant start;
    private Tally tally;

    EarlierOrders(OrderBook book) throws SQLException {
        this.book = book;
        this.start = book.now();
        this.tally = book.writtenBefore(start);
    }

    synchronized long placed() {
        if (tally.inDoubt() > 0) {
            lookAgain();
        }
        return tally.placed();
    }

    private void lookAgain() {
        try {
            tally = book.writtenBefore(start);
        } catch (SQLException e) {
            LOG.info("earlier orders not counted now: {}", e.getMessage());
        }
    }
}
