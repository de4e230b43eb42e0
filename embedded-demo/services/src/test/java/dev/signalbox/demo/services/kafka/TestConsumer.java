package dev.signalbox.demo.services.kafka;

import dev.signalbox.demo.services.backend.Backend;
import dev.signalbox.demo.services.backend.TestTopic;
import dev.signalbox.demo.services.consumer.ConsumerCounters;
import dev.signalbox.demo.services.consumer.MessageHandler;
import dev.signalbox.demo.services.consumer.ProcessedMessages;
import dev.signalbox.demo.services.database.Database;
import dev.signalbox.demo.services.lifecycle.ServiceThreads;
import dev.signalbox.demo.services.lifecycle.Stop;
import java.time.Duration;

/// A consumer as a service has it, on the shared broker.
final class TestConsumer implements AutoCloseable {

    static final String GROUP = "test";

    private final Stop stop = new Stop();
    private final ServiceThreads threads = new ServiceThreads();
    private final Publisher publisher;
    private final ConsumerCounters counters;

    TestConsumer(TestTopic topic, Database database, MessageHandler handler) {
        publisher = Publisher.connect(Backend.shared().kafka(), GROUP);
        Consumers consumers =
                new Consumers(Backend.shared().kafka(), groupOf(topic), publisher, stop);
        DeliveryProcessing processing =
                consumers.processing(
                        topic.name(), new ProcessedMessages(database, groupOf(topic)), handler);
        counters = processing.counters();
        threads.start("consumer", consumers.loop(topic.name(), processing));
    }

    ConsumerCounters counters() {
        return counters;
    }

    static String groupOf(TestTopic topic) {
        return GROUP + "-" + topic.name();
    }

    @Override
    public void close() {
        stop.wish();
        threads.join(Duration.ofSeconds(10));
        publisher.close();
    }
}
