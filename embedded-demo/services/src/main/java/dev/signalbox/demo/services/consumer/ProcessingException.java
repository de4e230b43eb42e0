package dev.signalbox.demo.services.consumer;

/// A message was understood but could not be dealt with; it may succeed later.
public class ProcessingException extends Exception {

    public ProcessingException(String message) {
        super(message);
    }

    public ProcessingException(String message, Throwable cause) {
        super(message, cause);
    }
}
