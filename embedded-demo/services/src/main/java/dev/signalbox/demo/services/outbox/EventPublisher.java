package dev.signalbox.demo.services.outbox;

import java.util.List;

/// Hands events to the broker.
@FunctionalInterface
public interface EventPublisher {

    /// Publishes the events in order and waits until each has been taken or refused.
    ///
    /// @return the message ids of those that the broker has confirmed; the others it may have or not
    List<String> publish(List<OutboxEvent> events) throws InterruptedException;
}
