package dev.signalbox.demo.services.kafka;

/// A message is larger than its topic takes: publishing it again is of no use.
public final class MessageTooLargeException extends PublishException {

    public MessageTooLargeException(String message) {
        super(message);
    }
}
