package dev.signalbox.demo.services.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signalbox.demo.services.broker.Broker;
import dev.signalbox.demo.services.broker.Consumption;
import dev.signalbox.demo.services.broker.MessageHeader;
import dev.signalbox.demo.services.consumer.MessageHandler;
import dev.signalbox.demo.services.consumer.ProcessedMessages;
import dev.signalbox.demo.services.lifecycle.Stop;
import dev.signalbox.demo.services.outbox.OutboxEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/// Kafka as a service uses it: one producer, and a consumer in the group named after the service.
public final class KafkaBroker implements Broker {

    private final String bootstrapServers;
    private final String service;
    private final Publisher publisher;
    private final Stop stop;

    private KafkaBroker(String bootstrapServers, String service, Publisher publisher, Stop stop) {
        this.bootstrapServers = bootstrapServers;
        this.service = service;
        this.publisher = publisher;
        this.stop = stop;
    }

    /// Creates the producer; the broker need not be there yet.
    public static KafkaBroker connect(String bootstrapServers, String service, Stop stop) {
        return new KafkaBroker(
                bootstrapServers, service, Publisher.connect(bootstrapServers, service), stop);
    }

    @Override
    public List<String> publish(List<OutboxEvent> events) throws InterruptedException {
        Map<String, ProducerRecord<byte[], byte[]>> messages = new LinkedHashMap<>();
        events.forEach(event -> messages.put(event.messageId(), message(event)));
        return publisher.publishAll(messages);
    }

    private static ProducerRecord<byte[], byte[]> message(OutboxEvent event) {
        ProducerRecord<byte[], byte[]> message =
                new ProducerRecord<>(
                        event.topic(),
                        event.orderId().getBytes(UTF_8),
                        event.payload().getBytes(UTF_8));
        message.headers()
                .add(MessageHeader.MESSAGE_ID, HeaderValue.text(event.messageId()))
                .add(MessageHeader.ORDER_ID, HeaderValue.text(event.orderId()))
                .add(MessageHeader.CONTENT_TYPE, HeaderValue.text("application/json"));
        if (event.xid() != null) {
            message.headers().add(MessageHeader.XID, HeaderValue.text(event.xid()));
        }
        return message;
    }

    @Override
    public Consumption consumption(
            String topic, ProcessedMessages processed, MessageHandler handler) {
        Consumers consumers = new Consumers(bootstrapServers, service, publisher, stop);
        DeliveryProcessing processing = consumers.processing(topic, processed, handler);
        return new Consumption(consumers.loop(topic, processing), processing.counters());
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
