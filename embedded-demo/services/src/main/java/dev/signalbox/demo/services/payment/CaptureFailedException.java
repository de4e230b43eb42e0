package dev.signalbox.demo.services.payment;

import dev.signalbox.demo.services.consumer.ProcessingException;

/// An authorised payment could not be captured.
final class CaptureFailedException extends ProcessingException {

    CaptureFailedException(String orderId, UnknownCurrencyException cause) {
        super("Payment of order " + orderId + " not captured: " + cause.getMessage(), cause);
    }

    CaptureFailedException(String orderId) {
        super("Payment of order " + orderId + " not captured: it was never authorised");
    }
}
