package dev.signalbox.demo.services.event;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// An order was placed: stock is reserved, the payment is authorised. Topic `orders`.
///
/// @param amount sum of the lines, in `currency`
/// @param currency ISO 4217
public record OrderCreated(
        String orderId,
        String customer,
        List<OrderLine> lines,
        BigDecimal amount,
        String currency,
        Instant occurredAt)
        implements Event {

    public OrderCreated {
        Field.requireText(orderId, "orderId");
        Field.requireText(customer, "customer");
        lines = List.copyOf(Objects.requireNonNull(lines, "lines"));
        Field.requireAmount(amount, "amount");
        Field.requireText(currency, "currency");
        Objects.requireNonNull(occurredAt, "occurredAt");
    }
}
