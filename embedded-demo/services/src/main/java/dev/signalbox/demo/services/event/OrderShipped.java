package dev.signalbox.demo.services.event;

import java.time.Instant;
import java.util.Objects;

/// The reserved goods left the warehouse. Topic `stock`.
///
/// @param parcel tracking number
public record OrderShipped(String orderId, String parcel, Instant occurredAt) implements Event {

    public OrderShipped {
        Objects.requireNonNull(orderId, "orderId");
        Objects.requireNonNull(parcel, "parcel");
        Objects.requireNonNull(occurredAt, "occurredAt");
    }
}
