package dev.signalbox.demo.services.consumer;

/// A message that cannot be read, now or ever: trying again is of no use.
public final class MalformedMessageException extends ProcessingException {

    public MalformedMessageException(String message) {
        super(message);
    }

    public MalformedMessageException(String message, Throwable cause) {
        super(message, cause);
    }
}
