package dev.signalbox.demo.services.rabbitmq;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import dev.signalbox.demo.services.config.RabbitAccess;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/// Opens connections to the node. One that breaks is not repaired behind our back: whoever has it opens
/// the next, and knows what was not confirmed on the last.
record Link(RabbitAccess access, String service) {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    /// @param purpose by which an operator tells the service's connections apart
    Connection open(String purpose) throws IOException, TimeoutException {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost("127.0.0.1");
        factory.setPort(access.port());
        factory.setVirtualHost(access.vhost());
        factory.setUsername(access.user());
        factory.setPassword(access.password());
        factory.setAutomaticRecoveryEnabled(false);
        factory.setTopologyRecoveryEnabled(false);
        factory.setConnectionTimeout(Math.toIntExact(CONNECT.toMillis()));
        factory.setRequestedHeartbeat(Math.toIntExact(HEARTBEAT.toSeconds()));
        factory.setThreadFactory(
                Thread.ofPlatform().daemon().name("amqp-" + purpose + "-", 0).factory());
        return factory.newConnection(service + " " + purpose);
    }
}
