package dev.signalbox.demo.services.transaction;

/// The transaction coordinator did not answer, or answered with an error.
public final class CoordinatorException extends Exception {

    public CoordinatorException(String message, Throwable cause) {
        super(message, cause);
    }
}
