package dev.signalbox.rabbitmq;

class ClassicQueueTest extends RabbitConnectorContract {
    ClassicQueueTest() {
        super("classic");
    }
}
