package dev.signalbox.demo.services.order;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where orders come in, from the simulated customers or over HTTP, and are counted.
final class OrderDesk {

    /// A currency of the ISO standard that is for tests: no payment service has a rate for it.
    static final String POISON = "XTS";

    private static final Logger LOG = LoggerFactory.getLogger(OrderDesk.class);

    private final PlaceOrder placeOrder;
    private final OrderCounters counters;

    OrderDesk(PlaceOrder placeOrder, OrderCounters counters) {
        this.placeOrder = placeOrder;
        this.counters = counters;
    }

    Placement take(NewOrder order) throws InterruptedException {
        Placement placement = placeOrder.place(order);
        switch (placement) {
            case Placement.Placed placed -> {
                counters.placed.increment();
                if (order.currency().equals(POISON)) {
                    counters.poisoned.increment();
                }
                LOG.debug("placed {}", placed);
            }
            case Placement.Failed failed -> {
                counters.failed.increment();
                LOG.info("an order of {} failed: {}", order.customer(), failed.reason());
            }
            case Placement.Unknown unknown -> LOG.warn("not known how this ended: {}", unknown);
        }
        return placement;
    }
}
