package dev.signalbox.rabbitmq;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Publishes batches, each message mandatory and confirmed, on a connection of its own.
///
/// The server confirms in any order; a message that reaches no queue it first returns and then confirms. Which one was
/// returned is told by the order: of two with the same route the first one published comes back first.
final class Publisher implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Connection connection;
    private final Channel channel;
    private final Object lock = new Object();

    // Of the batch under way, guarded by `lock`.
    private final Deque<Integer> returnable = new ArrayDeque<>();
    private final BitSet answered = new BitSet();
    private final BitSet refused = new BitSet();
    private final BitSet returned = new BitSet();
    private List<Outgoing> batch = List.of();
    private long firstNumber;
    private boolean open = true;
    private @Nullable String blocked;

    /// A message on its way.
    record Outgoing(
            String exchange,
            String routingKey,
            BasicProperties properties,
            dev.signalbox.core.model.Bytes body) {}

    /// What became of each message of a batch.
    enum Fate {
        /// The server has it, in a queue.
        CONFIRMED,
        /// It reached no queue.
        RETURNED,
        /// A queue refused it, such as a full one.
        REFUSED,
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
        synchronized (lock) {
            batch = List.copyOf(messages);
            answered.clear();
            refused.clear();
            returned.clear();
            returnable.clear();
            firstNumber = channel.getNextPublishSeqNo();
        }
        Optional<Problem> problem = Optional.empty();
        try {
            for (int i = 0; i < messages.size(); i++) {
                Outgoing message = messages.get(i);
                synchronized (lock) {
                    returnable.add(i);
                }
                channel.basicPublish(
                        message.exchange(),
                        message.routingKey(),
                        true,
                        message.properties(),
                        message.body().toArray());
            }
        } catch (IOException | ShutdownSignalException e) {
            problem = Optional.of(RabbitProblems.of(e, messages.getFirst().exchange()));
        }
        return await(problem);
    }

    private Answer await(Optional<Problem> problem) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        synchronized (lock) {
            while (open && answered.cardinality() < batch.size() && blocked == null) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    break;
                }
                lock.wait(left);
            }
            List<Fate> fates = new ArrayList<>();
            for (int i = 0; i < batch.size(); i++) {
                fates.add(fate(i));
            }
            if (!fates.contains(Fate.UNKNOWN)) {
                return new Answer(fates, Optional.empty());
            }
            return new Answer(fates, Optional.of(problem.orElseGet(this::why)));
        }
    }

    private Fate fate(int i) {
        if (!answered.get(i)) {
            return Fate.UNKNOWN;
        }
        return refused.get(i) ? Fate.REFUSED : returned.get(i) ? Fate.RETURNED : Fate.CONFIRMED;
    }

    private Problem why() {
        if (blocked != null) {
            return RabbitProblems.problem(ProblemKind.CONFLICT, "send.blocked", blocked);
        }
        ShutdownSignalException reason = channel.getCloseReason();
        return reason == null
                ? RabbitProblems.problem(ProblemKind.TIMEOUT, "send.no-answer")
                : RabbitProblems.of(reason, RabbitTexts.get("send.target"));
    }

    private void answered(long number, boolean multiple, boolean negative) {
        synchronized (lock) {
            int to = (int) (number - firstNumber);
            int from = multiple ? 0 : to;
            for (int i = Math.max(0, from); i <= to; i++) {
                if (!answered.get(i)) {
                    answered.set(i);
                    refused.set(i, negative);
                }
            }
            lock.notifyAll();
        }
    }

    /// Marks the first message of that route that was not returned and not answered yet.
    private void returned(String exchange, String routingKey, BasicProperties properties) {
        synchronized (lock) {
            for (int i : returnable) {
                Outgoing message = batch.get(i);
                if (!returned.get(i)
                        && !answered.get(i)
                        && message.exchange().equals(exchange)
                        && message.routingKey().equals(routingKey)
                        && sameReplay(message.properties(), properties)) {
                    returned.set(i);
                    return;
                }
            }
        }
    }

    /// What tells two messages of one route apart: where each letter lies.
    private static boolean sameReplay(BasicProperties sent, BasicProperties back) {
        return ReplayHeaders.placeIn(sent).equals(ReplayHeaders.placeIn(back));
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
