package dev.signalbox.rabbitmq;

class QuorumQueueTest extends RabbitConnectorContract {
    QuorumQueueTest() {
        super("quorum");
    }
}
