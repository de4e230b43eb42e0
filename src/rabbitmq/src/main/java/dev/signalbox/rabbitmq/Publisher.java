package dev.signalbox.rabbitmq;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;
import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Publishes batches, each message mandatory and confirmed, on a connection of its own. Several batches may be on their
/// way at once.
///
/// The server confirms in any order; a message that reaches no queue it first returns and then confirms. Which one was
/// returned is told by the order: of two with the same route the first one published comes back first.
final class Publisher implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Connection connection;
    private final Channel channel;
    private final Optional<Corked> cork;
    private final Object lock = new Object();

    // Guarded by `lock`.
    private final Deque<Flight> flights = new ArrayDeque<>();
    private boolean open = true;
    private @Nullable String blocked;

    /// A message on its way.
    record Outgoing(String exchange, String routingKey, BasicProperties properties, Bytes body) {}

    /// What became of each message of a batch.
    enum Fate {
        /// The server has it, in a queue.
        CONFIRMED,
        /// It reached no queue.
        RETURNED,
        /// A queue refused it, such as a full one.
        REFUSED,
        /// It was not published: the connection had broken before.
        NEVER_LEFT,
        /// No answer: it may have arrived.
        UNKNOWN
    }

    /// @param problem why some are unknown
    record Answer(List<Fate> fates, Optional<Problem> problem) {
        Answer {
            fates = List.copyOf(fates);
        }
    }

    private Publisher(Connection connection) throws IOException {
        this.connection = connection;
        this.channel = connection.createChannel();
        this.cork = Corked.of(connection);
        channel.addReturnListener(
                message ->
                        returned(
                                message.getExchange(),
                                message.getRoutingKey(),
                                message.getProperties()));
        channel.addConfirmListener(
                (number, multiple) -> answered(number, multiple, false),
                (number, multiple) -> answered(number, multiple, true));
        channel.addShutdownListener(_ -> ended());
        connection.addBlockedListener(this::blocked, () -> blocked(null));
        channel.confirmSelect();
    }

    static Publisher open(Server server, String vhost, String purpose) throws ConnectorException {
        Connection connection = server.amqp().open(vhost, purpose);
        try {
            return new Publisher(connection);
        } catch (IOException | ShutdownSignalException e) {
            AmqpLink.close(connection);
            throw RabbitProblems.exception(e, purpose);
        }
    }

    Channel channel() {
        return channel;
    }

    /// Publishes all and waits for every answer.
    Answer send(List<Outgoing> messages) throws InterruptedException {
        return await(launch(messages));
    }

    /// Publishes all. Where that fails, those that were not answered are of unknown fate, and [#await] says why.
    Flight launch(List<Outgoing> messages) {
        Flight flight;
        synchronized (lock) {
            flight = new Flight(messages, channel.getNextPublishSeqNo());
            flights.add(flight);
        }
        cork.ifPresent(Corked::hold);
        int begun = 0;
        try {
            for (Outgoing message : messages) {
                if (!channel.isOpen()) {
                    break;
                }
                begun++;
                channel.basicPublish(
                        message.exchange(),
                        message.routingKey(),
                        true,
                        message.properties(),
                        message.body().lent());
            }
        } catch (IOException | ShutdownSignalException e) {
            flight.brokenBy(RabbitProblems.of(e, messages.getFirst().exchange()), begun);
        }
        release(flight, begun);
        if (begun < messages.size() && flight.broken().isEmpty()) {
            flight.brokenBy(closed(), begun);
        }
        return flight;
    }

    private void release(Flight flight, int begun) {
        try {
            if (cork.isPresent()) {
                cork.get().release();
            }
        } catch (IOException e) {
            if (flight.broken().isEmpty()) {
                flight.brokenBy(RabbitProblems.of(e, RabbitTexts.get("send.target")), begun);
            }
        }
    }

    boolean hasLanded(Flight flight) {
        synchronized (lock) {
            return flight.isAnswered();
        }
    }

    /// Waits until every message of a batch is answered, or none will be any more.
    Answer await(Flight flight) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        synchronized (lock) {
            while (open && !flight.isAnswered() && blocked == null) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    break;
                }
                lock.wait(left);
            }
            flights.remove(flight);
            return flight.isAnswered()
                    ? new Answer(flight.fates(), Optional.empty())
                    : new Answer(flight.fates(), Optional.of(flight.broken().orElseGet(this::why)));
        }
    }

    private Problem why() {
        if (blocked != null) {
            return RabbitProblems.problem(ProblemKind.CONFLICT, "send.blocked", blocked);
        }
        return closed();
    }

    private Problem closed() {
        ShutdownSignalException reason = channel.getCloseReason();
        return reason == null
                ? RabbitProblems.problem(ProblemKind.TIMEOUT, "send.no-answer")
                : RabbitProblems.of(reason, RabbitTexts.get("send.target"));
    }

    private void answered(long number, boolean multiple, boolean negative) {
        synchronized (lock) {
            boolean landed = false;
            for (Flight flight : flights) {
                landed |= flight.answered(number, multiple, negative);
            }
            if (landed) {
                lock.notifyAll();
            }
        }
    }

    private void returned(String exchange, String routingKey, BasicProperties properties) {
        synchronized (lock) {
            for (Flight flight : flights) {
                if (flight.returned(exchange, routingKey, properties)) {
                    return;
                }
            }
        }
    }

    private void ended() {
        synchronized (lock) {
            open = false;
            lock.notifyAll();
        }
    }

    private void blocked(@Nullable String reason) {
        synchronized (lock) {
            blocked = reason;
            lock.notifyAll();
        }
    }

    @Override
    public void close() {
        AmqpLink.close(connection);
    }
}
