package dev.signalbox.demo.services.event;

/// Something that has happened to an order. Sent as JSON under the order's id as key.
public sealed interface Event permits OrderCreated, PaymentCaptured, OrderShipped, OrderCompleted {

    /// The order it happened to.
    String orderId();
}
