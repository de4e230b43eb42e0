package dev.signalbox.demo.services.kafka;

/// The broker has not acknowledged a message. It may be in the log or not.
public class PublishException extends Exception {

    public PublishException(String message) {
        super(message);
    }
}
