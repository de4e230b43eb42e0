package dev.signalbox.demo.services.order;

/// What came of an order.
sealed interface Placement {

    /// It is in the books of all three services.
    record Placed(String orderId, String xid) implements Placement {}

    /// It is in none of them, or will be in none once the roll back is through.
    record Failed(String reason) implements Placement {}

    /// The service stopped before it knew. The coordinator does, or will after the time-out.
    record Unknown(String orderId, String xid) implements Placement {}
}
