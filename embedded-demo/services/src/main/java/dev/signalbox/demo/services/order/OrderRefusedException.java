package dev.signalbox.demo.services.order;

/// A branch of the order could not be written, or it is not known whether it was.
final class OrderRefusedException extends Exception {

    OrderRefusedException(String reason) {
        super(reason);
    }

    OrderRefusedException(String reason, Throwable cause) {
        super(reason, cause);
    }

    /// Why, in words for the log and for who placed the order.
    String reason() {
        return String.valueOf(getMessage());
    }
}
