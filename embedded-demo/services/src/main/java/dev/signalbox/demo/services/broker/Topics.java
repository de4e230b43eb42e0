package dev.signalbox.demo.services.broker;

/// What events are published to. On Kafka a topic of this name, on RabbitMQ a routing key and the queue
/// behind it. The broker's process creates them.
public final class Topics {

    public static final String ORDERS = "orders";
    public static final String PAYMENTS = "payments";
    public static final String STOCK = "stock";
    public static final String RECOMMENDATIONS = "recommendations";

    private Topics() {}
}
