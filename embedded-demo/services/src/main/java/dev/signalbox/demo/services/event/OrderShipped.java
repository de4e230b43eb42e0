package dev.signalbox.demo.services.event;

import java.time.Instant;
import java.util.Objects;

/// The reserved goods left the warehouse. Topic `stock`.
///
/// @param parcel tracking number
public record OrderShipped(String orderId, String parcel, Instant occurredAt) implements Event {

    public OrderShipped {
        Field.requireText(orderId, "orderId");
        Field.requireText(parcel, "parcel");
        Objects.requireNonNull(occurredAt, "occurredAt");
    }
}
