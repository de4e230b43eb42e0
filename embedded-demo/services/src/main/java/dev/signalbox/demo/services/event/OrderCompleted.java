package dev.signalbox.demo.services.event;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// An order is complete; what the customer may like next can be worked out. Topic `recommendations`.
public record OrderCompleted(
        String orderId, String customer, List<OrderLine> lines, Instant occurredAt)
        implements Event {

    public OrderCompleted {
        Field.requireText(orderId, "orderId");
        Field.requireText(customer, "customer");
        lines = List.copyOf(Objects.requireNonNull(lines, "lines"));
        Objects.requireNonNull(occurredAt, "occurredAt");
    }
}
