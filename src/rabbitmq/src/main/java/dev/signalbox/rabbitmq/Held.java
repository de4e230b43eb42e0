package dev.signalbox.rabbitmq;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.ShutdownSignalException;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Messages of a queue, held unacknowledged from its head on, on one channel of a connection of its own.
///
/// What is not acknowledged is put back when it is closed, in the way that costs it the least, see [Return]; never with
/// `basic.reject`, which always counts against the delivery limit of quorum queues. While it is held nobody else sees it,
/// and afterwards it is marked as redelivered.
final class Held implements AutoCloseable {
    private static final Duration QUIET = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration UNTIL_KNOWN = Duration.ofSeconds(60);
    private static final Duration TO_RETURN = Duration.ofSeconds(2);

    /// The protocol has two bytes for a prefetch.
    private static final int MOST = 65_535;

    private final String queue;
    private final Connection connection;
    private final Channel channel;
    private final Channel asking;
    private final List<String> consumers = new ArrayList<>();
    private final Numbering numbering = new Numbering();
    private final Return giveBack;
    private final Inflow inflow;
    private long acknowledged;
    private long takenCount;
    private long room;
    private long firstKept = Long.MAX_VALUE;
    private volatile boolean cancelledByServer;
    private boolean lost;

    /// How messages go back with the least harm.
    enum Return {
        /// `basic.nack`, which keeps the order and, from 4.3 on, costs a quorum queue's messages no delivery.
        NACK,
        /// By closing the channel: a quorum queue without a delivery limit puts what is nacked at its end, so that
        /// nobody can block it with one message; what a channel lets go of goes back to where it was.
        CLOSE
    }

    private Held(String queue, Connection connection, Inflow inflow, int prefetch, Return giveBack)
            throws IOException {
        this.queue = queue;
        this.inflow = inflow;
        this.giveBack = giveBack;
        this.connection = connection;
        this.channel = connection.createChannel();
        this.asking = connection.createChannel();
        consume(Math.clamp(prefetch, 1, MOST));
    }

    private void consume(int prefetch) throws IOException {
        channel.basicQos(prefetch);
        consumers.add(
                channel.basicConsume(
                        queue,
                        false,
                        (_, delivery) -> inflow.put(delivery),
                        _ -> cancelledByServer = true));
        room += prefetch;
    }

    /// @param prefetch how many the server may hand out before one is acknowledged; more when all of them are kept
    static Held open(Server server, QueueFacts facts, int prefetch)
            throws ConnectorException, InterruptedException {
        QueueKey key = facts.key();
        Return giveBack = DeliveryLimit.giveBack(facts, server.version());
        Inflow inflow = new Inflow();
        Connection connection = server.amqp().open(key.vhost(), "hold " + key.name(), inflow);
        try {
            return new Held(key.name(), connection, inflow, prefetch, giveBack);
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
        // Not since the last one came: whoever takes them may have waited for confirms meanwhile.
        long began = System.nanoTime();
        while (true) {
            Optional<Delivery> delivery = inflow.poll(QUIET);
            if (delivery.isPresent()) {
                return delivery.map(this::taken);
            }
            if (cancelledByServer) {
                throw RabbitProblems.exception(ProblemKind.NOT_FOUND, "queue.gone", queue);
            }
            AMQP.Queue.DeclareOk now = ask();
            if (isUnknown(now)) {
                checkPatience(began, UNTIL_KNOWN);
            } else if (now.getMessageCount() > 0) {
                if (inflow.arrived() - acknowledged >= room) {
                    makeRoom();
                } else {
                    checkPatience(began, PATIENCE);
                }
            } else if (isAllHere()) {
                return inflow.poll(Duration.ZERO).map(this::taken);
            } else {
                checkPatience(began, UNTIL_KNOWN);
            }
        }
    }

    /// A quorum queue whose leader is busy for a quarter of a second says that it has neither messages nor consumers; and
    /// one consumer it has: us.
    private static boolean isUnknown(AMQP.Queue.DeclareOk now) {
        return now.getMessageCount() == 0 && now.getConsumerCount() == 0;
    }

    private void checkPatience(long began, Duration patience) throws ConnectorException {
        if (System.nanoTime() - began > patience.toNanos()) {
            throw RabbitProblems.exception(ProblemKind.CONFLICT, "queue.taken", queue);
        }
    }

    private Taken taken(Delivery delivery) {
        takenCount++;
        return Taken.of(
                delivery.getEnvelope(),
                delivery.getProperties(),
                delivery.getBody(),
                numbering.next(delivery.getProperties(), delivery.getBody()));
    }

    /// Whether what the server has handed out has come all the way: an answer on the channel that it comes on comes behind
    /// it, and then the client has its own threads in between.
    private boolean isAllHere() throws ConnectorException {
        flush();
        return inflow.isAllHere();
    }

    private void flush() throws ConnectorException {
        try {
            channel.basicQos(1);
        } catch (IOException | ShutdownSignalException e) {
            lost = true;
            throw RabbitProblems.exception(e, queue);
        }
    }

    /// A consumer that has its hands full gets a second beside it, on the same channel.
    private void makeRoom() throws ConnectorException {
        try {
            consume(MOST);
        } catch (IOException | ShutdownSignalException e) {
            lost = true;
            throw RabbitProblems.exception(e, queue);
        }
    }

    private AMQP.Queue.DeclareOk ask() throws ConnectorException {
        try {
            return asking.queueDeclarePassive(queue);
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

    /// Tells that a message is never going to be acknowledged.
    void keep(Taken taken) {
        firstKept = Math.min(firstKept, taken.tag());
    }

    /// Tells that nothing of what was taken so far is going to be acknowledged.
    void keepEarlier() {
        firstKept = 0;
    }

    /// How many messages the server has handed out that nobody has taken yet.
    long unread() {
        return inflow.arrived() - takenCount;
    }

    /// Removes messages from the queue for good. Whatever was taken before them has been acknowledged or kept already: up
    /// to the first that is kept, one answer is enough for all of them.
    ///
    /// @param tags in the order in which they were taken
    void acknowledge(List<Long> tags) throws ConnectorException {
        try {
            long upTo = -1;
            for (long tag : tags) {
                if (tag < firstKept) {
                    upTo = tag;
                } else {
                    channel.basicAck(tag, false);
                }
            }
            if (upTo >= 0) {
                channel.basicAck(upTo, true);
            }
            acknowledged += tags.size();
        } catch (IOException | ShutdownSignalException e) {
            lost = true;
            throw RabbitProblems.exception(e, queue);
        }
    }

    /// Takes no more, and waits until the server has read every acknowledgement so far.
    void settle() throws ConnectorException {
        inflow.close();
        flush();
    }

    /// The server puts back on its own time. Waits a moment for it, so that whoever looks next sees what is there; where
    /// other consumers take it at once, for nothing.
    private void awaitReturn() throws IOException {
        long held = inflow.arrived() - acknowledged;
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
        inflow.close();
        try {
            if (!lost && !cancelledByServer && channel.isOpen()) {
                for (String consumer : consumers) {
                    channel.basicCancel(consumer);
                }
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
