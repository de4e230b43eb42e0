package dev.signalbox.rabbitmq;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Command;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.ShutdownSignalException;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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
    private Deque<Delivery> here = new ArrayDeque<>();
    private Optional<CompletableFuture<Command>> behind = Optional.empty();
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

    private Held(
            String queue, Connection connection, Channel asking, Inflow inflow, Return giveBack)
            throws IOException {
        this.queue = queue;
        this.inflow = inflow;
        this.giveBack = giveBack;
        this.connection = connection;
        this.channel = connection.createChannel();
        this.asking = asking;
    }

    private String consume(int prefetch) throws IOException {
        channel.basicQos(prefetch);
        String consumer =
                channel.basicConsume(
                        queue,
                        false,
                        (_, delivery) -> inflow.put(delivery),
                        _ -> cancelledByServer = true);
        consumers.add(consumer);
        room += prefetch;
        return consumer;
    }

    /// @param prefetch how many the server may hand out before one is acknowledged; more when all of them are kept
    static Held open(Server server, QueueFacts facts, int prefetch)
            throws ConnectorException, InterruptedException {
        QueueKey key = facts.key();
        Return giveBack = DeliveryLimit.giveBack(facts, server.version());
        Inflow inflow = new Inflow();
        // Not on the connection that deliveries come on: an answer would have to wait behind them.
        Channel asking = Channels.open(server.amqp().shared(key.vhost()), key.name());
        Optional<Connection> connection = Optional.empty();
        try {
            connection = Optional.of(server.amqp().open(key.vhost(), "hold " + key.name(), inflow));
            Held held = new Held(key.name(), connection.get(), asking, inflow, giveBack);
            held.consume(Math.clamp(prefetch, 1, MOST));
            return held;
        } catch (IOException | ShutdownSignalException e) {
            connection.ifPresent(AmqpLink::close);
            Channels.close(asking);
            throw RabbitProblems.exception(e, server.names().of(key));
        } catch (ConnectorException e) {
            Channels.close(asking);
            throw e;
        }
    }

    /// The next message; empty when the queue has no more that are ready.
    ///
    /// @throws ConnectorException `CONFLICT` when there are some and none is handed out: another consumer has the queue
    ///     for itself
    Optional<Taken> next() throws ConnectorException, InterruptedException {
        // Not since the last one came: whoever takes them may have waited for confirms meanwhile.
        long began = System.nanoTime();
        long idleSince = began;
        while (true) {
            if (here.isEmpty()) {
                here = inflow.take(QUIET);
            }
            if (!here.isEmpty()) {
                return Optional.of(taken(here.remove()));
            }
            checkLink();
            AMQP.Queue.DeclareOk now = ask();
            if (isUnknown(now)) {
                checkPatience(began, UNTIL_KNOWN);
                idleSince = System.nanoTime();
            } else if (now.getMessageCount() > 0) {
                if (inflow.arrived() - acknowledged >= room) {
                    makeRoom();
                    idleSince = System.nanoTime();
                } else {
                    // A queue that has handed out some is ours too, and only slow.
                    checkPatience(idleSince, inflow.arrived() == 0 ? PATIENCE : UNTIL_KNOWN);
                }
            } else if (isAllHere()) {
                return Optional.empty();
            } else {
                checkPatience(began, UNTIL_KNOWN);
            }
        }
    }

    private void checkLink() throws ConnectorException {
        if (cancelledByServer) {
            throw RabbitProblems.exception(ProblemKind.NOT_FOUND, "queue.gone", queue);
        }
        ShutdownSignalException closed = channel.getCloseReason();
        if (closed != null) {
            lost = true;
            throw RabbitProblems.exception(closed, queue);
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
    /// it. Nobody waits for that answer, for there may be so much before it that it has to be taken first.
    private boolean isAllHere() throws ConnectorException {
        if (behind.isPresent()) {
            if (behind.get().isDone()) {
                behind = Optional.empty();
                checkLink();
                return unread() == 0;
            }
        } else {
            AMQP.Basic.Qos question = new AMQP.Basic.Qos.Builder().prefetchCount(1).build();
            behind = Optional.of(sent(() -> channel.asyncCompletableRpc(question)));
        }
        return false;
    }

    private interface Sending<T> {
        T send() throws IOException;
    }

    private <T> T sent(Sending<T> sending) throws ConnectorException {
        try {
            return sending.send();
        } catch (IOException | ShutdownSignalException e) {
            lost = true;
            throw RabbitProblems.exception(e, queue);
        }
    }

    /// A consumer that has its hands full gets a second beside it, on the same channel.
    private void makeRoom() throws ConnectorException {
        sent(() -> consume(MOST));
    }

    private AMQP.Queue.DeclareOk ask() throws ConnectorException {
        return sent(() -> asking.queueDeclarePassive(queue));
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
        sent(
                () -> {
                    channel.basicQos(1);
                    return true;
                });
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
            Channels.close(asking);
        }
    }
}
