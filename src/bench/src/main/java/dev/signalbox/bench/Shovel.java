package dev.signalbox.bench;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.util.concurrent.TimeUnit;

/// The server's own plugin for moving messages, set up as the management page's "Move messages" does it: confirmed, over
/// AMQP 0.9.1, and gone when the queue is moved.
final class Shovel {

    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(5);

    private Shovel() {}

    /// What the management page says: by calls inside the node, without a socket.
    static String inside() {
        return "amqp:///%2F";
    }

    /// As a shovel between two nodes does it, and every client.
    static String overTcp(RabbitServer server) {
        return server.address().split(" ")[0];
    }

    /// Moves all letters to the exchange they came from, and returns when all of them are there.
    ///
    /// @param uri of both its ends
    static void move(RabbitServer server, String uri, RabbitLetters letters, long count)
            throws Exception {
        String body =
                """
                {"value": {"src-protocol": "amqp091", "src-uri": "%s",
                 "src-queue": "%s", "src-prefetch-count": 1000, "src-delete-after": "queue-length",
                 "dest-protocol": "amqp091", "dest-uri": "%s", "dest-exchange": "%s",
                 "dest-exchange-key": "order.created", "dest-add-forward-headers": false,
                 "ack-mode": "on-confirm", "reconnect-delay": 5}}
                """
                        .formatted(uri, letters.dead(), uri, letters.exchange());
        int status =
                server.api("PUT", "/parameters/shovel/%2F/" + letters.name(), body).statusCode();
        if (status >= 300) {
            throw new IllegalStateException("the server takes no shovel: " + status);
        }
        long deadline = System.nanoTime() + PATIENCE;
        try (Connection connection = server.connect();
                Channel channel = connection.createChannel()) {
            while (channel.messageCount(letters.name()) < count) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("the shovel does not end");
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
    }
}
