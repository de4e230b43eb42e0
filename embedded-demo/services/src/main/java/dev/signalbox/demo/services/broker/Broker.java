package dev.signalbox.demo.services.broker;

import dev.signalbox.demo.services.consumer.MessageHandler;
import dev.signalbox.demo.services.consumer.ProcessedMessages;
import dev.signalbox.demo.services.outbox.EventPublisher;

/// What a service asks of the broker. All of it waits rather than fails: a broker that is away or full
/// is waited for, and nothing is lost meanwhile.
public interface Broker extends EventPublisher, AutoCloseable {

    /// A consumer of the topic on behalf of this service. A message that fails is tried again with a
    /// back-off, see [dev.signalbox.demo.services.consumer.RetryPolicy], and then dead-lettered; the
    /// broker forgets a message only when it was dealt with.
    Consumption consumption(String topic, ProcessedMessages processed, MessageHandler handler);

    /// Whether somebody has been waiting for the broker for a noticeable time.
    boolean isWaiting();

    /// Ends every wait.
    @Override
    void close();
}
