package dev.signalbox.demo.services.payment;

import java.math.BigDecimal;
import java.util.Objects;

/// The wish to have a payment authorised: an order, of which the payment service reads what concerns it.
record Authorisation(String orderId, String customer, BigDecimal amount, String currency) {

    Authorisation {
        Objects.requireNonNull(orderId, "orderId");
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(currency, "currency");
    }

    /// The account it is booked on.
    String account() {
        return customer + "/" + currency;
    }
}
