package dev.signalbox.demo.services.rabbitmq;

/// What the node has; its process creates it.
final class Shop {

    /// Every event goes to it, with the name of its queue as routing key.
    static final String EXCHANGE = "shop";

    private Shop() {}
}
