package dev.signalbox.demo.services.order;

import java.util.concurrent.atomic.AtomicLong;

/// What came of the orders. Placed and completed are totals of the database, kept up to date from its
/// state at the start; failed and poisoned count since the start.
final class OrderCounters {

    final AtomicLong placed;
    final AtomicLong completed;
    final AtomicLong failed = new AtomicLong();
    final AtomicLong poisoned = new AtomicLong();

    OrderCounters(long placed, long completed) {
        this.placed = new AtomicLong(placed);
        this.completed = new AtomicLong(completed);
    }
}
