package dev.signalbox.demo.services.payment;

/// There is no exchange rate for a currency.
final class UnknownCurrencyException extends Exception {

    UnknownCurrencyException(String currency) {
        super("No exchange rate for " + currency);
    }
}
