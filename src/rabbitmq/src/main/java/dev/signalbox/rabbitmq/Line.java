package dev.signalbox.rabbitmq;

import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ShutdownSignalException;
import dev.signalbox.core.problem.ConnectorException;
import java.io.IOException;
import java.util.Map;

/// A way into exactly one queue that leaves the routing key as it is: an exchange of our own, bound to that queue alone,
/// and gone afterwards. The default exchange would need the queue's name as the routing key, and the message's own exchange
/// may lead to other queues too.
///
/// Needs the permissions to configure exchanges named `signalbox-line-…`, and to write to the queue.
final class Line implements AutoCloseable {
    static final String PREFIX = "signalbox-line-";

    private final Channel channel;
    private final QueueKey queue;
    private final String exchange;

    private Line(Channel channel, QueueKey queue, String exchange) {
        this.channel = channel;
        this.queue = queue;
        this.exchange = exchange;
    }

    /// Removes what consoles that were killed have left behind, too.
    ///
    /// @param channel of the publisher, which does not close it
    static Line open(Server server, Channel channel, QueueKey queue)
            throws ConnectorException, InterruptedException {
        LeftLines.remove(server, queue.vhost());
        String exchange = LeftLines.name();
        try {
            // Removed by the server as soon as the queue, or our binding, is gone.
            channel.exchangeDeclare(exchange, BuiltinExchangeType.FANOUT, false, true, Map.of());
            channel.queueBind(queue.name(), exchange, "");
            return new Line(channel, queue, exchange);
        } catch (IOException | ShutdownSignalException e) {
            throw RabbitProblems.exception(e, queue.name());
        }
    }

    /// Where to publish to.
    String exchange() {
        return exchange;
    }

    @Override
    public void close() {
        try {
            if (channel.isOpen()) {
                channel.queueUnbind(queue.name(), exchange, "");
            }
        } catch (IOException | ShutdownSignalException e) {
            // The connection or the queue is gone; with the queue the server removes the exchange
            // too.
        }
    }
}
