package dev.signalbox.demo.services.rabbitmq;

import dev.signalbox.demo.services.broker.Broker;
import dev.signalbox.demo.services.broker.Consumption;
import dev.signalbox.demo.services.config.RabbitAccess;
import dev.signalbox.demo.services.consumer.Attempts;
import dev.signalbox.demo.services.consumer.MessageHandler;
import dev.signalbox.demo.services.consumer.ProcessedMessages;
import dev.signalbox.demo.services.consumer.RetryPolicy;
import dev.signalbox.demo.services.lifecycle.Stop;
import dev.signalbox.demo.services.outbox.OutboxEvent;
import java.time.Clock;
import java.util.List;

/// RabbitMQ as a service uses it: a connection to publish on, and one to consume on, so that a publisher
/// that the node holds back does not hold back the consumer.
public final class RabbitBroker implements Broker {

    private final Link link;
    private final Publisher publisher;
    private final Stop stop;

    private RabbitBroker(Link link, Publisher publisher, Stop stop) {
        this.link = link;
        this.publisher = publisher;
        this.stop = stop;
    }

    /// Connects when there is something to do; the node need not be there yet.
    public static RabbitBroker connect(RabbitAccess access, String service, Stop stop) {
        Link link = new Link(access, service);
        return new RabbitBroker(link, new Publisher(link, Clock.systemUTC()), stop);
    }

    @Override
    public List<String> publish(List<OutboxEvent> events) throws InterruptedException {
        return publisher.publish(events);
    }

    @Override
    public Consumption consumption(
            String topic, ProcessedMessages processed, MessageHandler handler) {
        Attempts attempts = new Attempts(processed, handler);
        return new Consumption(
                new ConsumerLoop(
                        link, topic, attempts, RetryPolicy.STANDARD, stop, Clock.systemUTC()),
                attempts.counters());
    }

    @Override
    public boolean isWaiting() {
        return publisher.isWaiting();
    }

    @Override
    public void close() {
        publisher.close();
    }
}
