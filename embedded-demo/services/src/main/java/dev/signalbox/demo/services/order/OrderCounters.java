package dev.signalbox.demo.services.order;

import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/// What came of the orders. Placed and completed are totals, those of earlier runs included, so that they
/// can be compared; failed and poisoned count since the start.
final class OrderCounters {

    private final EarlierOrders earlier;
    private final long completedEarlier;
    final LongAdder placed = new LongAdder();
    final LongAdder completed = new LongAdder();
    final LongAdder failed = new LongAdder();
    final LongAdder poisoned = new LongAdder();

    OrderCounters(EarlierOrders earlier, long completedEarlier) {
        this.earlier = earlier;
        this.completedEarlier = completedEarlier;
    }

    Map<String, Long> read() {
        // Completed before placed: an order that is completed in between must not make it the
        // larger one
        long allCompleted = completedEarlier + completed.sum();
        return Map.of(
                "placed",
                earlier.placed() + placed.sum(),
                "completed",
                allCompleted,
                "failed",
                failed.sum(),
                "poisoned",
                poisoned.sum());
    }
}
