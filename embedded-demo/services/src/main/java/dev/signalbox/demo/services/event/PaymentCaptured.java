package dev.signalbox.demo.services.event;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;

/// The authorised amount was taken. Topic `payments`.
///
/// @param amount what the customer pays, in `currency`
/// @param amountInEuro what the shop receives
public record PaymentCaptured(
        String orderId,
        String customer,
        BigDecimal amount,
        String currency,
        BigDecimal amountInEuro,
        Instant occurredAt)
        implements Event {

    public PaymentCaptured {
        Field.requireText(orderId, "orderId");
        Field.requireText(customer, "customer");
        Field.requireAmount(amount, "amount");
        Field.requireText(currency, "currency");
        Field.requireAmount(amountInEuro, "amountInEuro");
        Objects.requireNonNull(occurredAt, "occurredAt");
    }
}
