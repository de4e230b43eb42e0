package dev.signalbox.rabbitmq;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.ShutdownSignalException;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/// Messages of a queue, held unacknowledged from its head on, on one channel of a connection of its own.
///
/// What is not acknowledged is put back when it is closed, in the way that costs it the least, see [Return]; never with
/// `basic.reject`, which always counts against the delivery limit of quorum queues. While it is held nobody else sees it,
/// and afterwards it is marked as redelivered.
final class Held implements AutoCloseable {
    private static final Duration QUIET = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration TO_RETURN = Duration.ofSeconds(2);
    private static final int MOST = 65_535;

    private final String queue;
    private final Connection connection;
    private final Channel channel;
    private final Channel asking;
    private final String consumer;
    private final Numbering numbering = new Numbering();
    private final Return giveBack;
    private final BlockingQueue<Delivery> delivered = new LinkedBlockingQueue<>();
    private final AtomicLong handedOut = new AtomicLong();
    private long acknowledged;
    private long waitedSince = System.nanoTime();
    private boolean cancelledByServer;
    private boolean lost;

    /// How messages go back with the least harm.
    enum Return {
        /// `basic.nack`, which keeps the order and, from 4.3 on, costs a quorum queue's messages no delivery.
        NACK,
        /// By closing the channel: a quorum queue without a delivery limit puts what is nacked at its end, so that
        /// nobody can block it with one message; what a channel lets go of goes back to where it was.
        CLOSE
    }

    private Held(String queue, Connection connection, int prefetch, Return giveBack)
            throws IOException {
        this.queue = queue;
        this.giveBack = giveBack;
        this.connection = connection;
        this.channel = connection.createChannel();
        this.asking = connection.createChannel();
        channel.basicQos(Math.clamp(prefetch, 1, MOST));
        this.consumer =
                channel.basicConsume(
                        queue,
                        false,
                        (_, delivery) -> {
                            handedOut.incrementAndGet();
                            delivered.add(delivery);
                        },
                        _ -> cancelledByServer = true);
    }

    /// @param prefetch how many may be held at once
    static Held open(Server server, QueueFacts facts, int prefetch)
            throws ConnectorException, InterruptedException {
        QueueKey key = facts.key();
        Return giveBack = DeliveryLimit.giveBack(facts, server.version());
        Connection connection = server.amqp().open(key.vhost(), "hold " + key.name());
        try {
            return new Held(key.name(), connection, prefetch, giveBack);
        } catch (IOException | ShutdownSignalException e) {
            AmqpLink.close(connection);
            throw RabbitProblems.exception(e, server.names().of(key));
        }
    }

    /// The next message; empty when the queue has no more that are ready.
    ///
    /// @throws ConnectorException `CONFLICT` when there are some and none is handed out: another consumer has the queue
    ///     for itself
    Optional<Taken> next() throws ConnectorException, InterruptedException {
        while (true) {
            Delivery delivery = delivered.poll(QUIET.toMillis(), TimeUnit.MILLISECONDS);
            if (delivery != null) {
                waitedSince = System.nanoTime();
                return Optional.of(
                        Taken.of(
                                delivery.getEnvelope(),
                                delivery.getProperties(),
                                delivery.getBody(),
                                numbering.next(delivery.getProperties(), delivery.getBody())));
            }
            if (cancelledByServer) {
                throw RabbitProblems.exception(ProblemKind.NOT_FOUND, "queue.gone", queue);
            }
            if (ready() == 0 && delivered.isEmpty()) {
                return Optional.empty();
            }
            if (System.nanoTime() - waitedSince > PATIENCE.toNanos()) {
                throw RabbitProblems.exception(ProblemKind.CONFLICT, "queue.taken", queue);
            }
        }
    }

    private long ready() throws ConnectorException {
        try {
            return asking.messageCount(queue);
        } catch (IOException | ShutdownSignalException e) {
            lost = true;
            throw RabbitProblems.exception(e, queue);
        }
    }

    /// Looks whether what was taken is still in hand.
    ///
    /// @throws ConnectorException when the server has taken it back: after half an hour it does, by default
    void check() throws ConnectorException {
        if (cancelledByServer || !channel.isOpen()) {
            lost = true;
            throw RabbitProblems.exception(ProblemKind.CONFLICT, "queue.taken-back", queue);
        }
    }

    /// Removes one message from the queue for good.
    void acknowledge(Taken taken) throws ConnectorException {
        try {
            channel.basicAck(taken.tag(), false);
            acknowledged++;
        } catch (IOException | ShutdownSignalException e) {
            lost = true;
            throw RabbitProblems.exception(e, queue);
        }
    }

    /// Waits until the server has read every acknowledgement so far.
    void settle() throws ConnectorException {
        try {
            channel.basicQos(1);
        } catch (IOException | ShutdownSignalException e) {
            lost = true;
            throw RabbitProblems.exception(e, queue);
        }
    }

    /// The server puts back on its own time. Waits a moment for it, so that whoever looks next sees what is there; where
    /// other consumers take it at once, for nothing.
    private void awaitReturn() throws IOException {
        long held = handedOut.get() - acknowledged;
        long began = System.nanoTime();
        try {
            while (asking.messageCount(queue) < held
                    && System.nanoTime() - began < TO_RETURN.toNanos()) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Puts back what was not acknowledged.
    @Override
    public void close() {
        try {
            if (!lost && !cancelledByServer && channel.isOpen()) {
                channel.basicCancel(consumer);
                if (giveBack == Return.NACK) {
                    channel.basicNack(0, true, true);
                    channel.basicQos(1);
                }
                channel.close();
                awaitReturn();
            }
        } catch (IOException | ShutdownSignalException | TimeoutException e) {
            // The connection is gone, and the server has put everything back by itself.
        } finally {
            AmqpLink.close(connection);
        }
    }
}
