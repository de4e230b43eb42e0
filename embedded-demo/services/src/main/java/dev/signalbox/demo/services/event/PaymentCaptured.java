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
        Objects.requireNonNull(orderId, "orderId");
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(amountInEuro, "amountInEuro");
        Objects.requireNonNull(occurredAt, "occurredAt");
    }
}
