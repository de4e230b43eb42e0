package dev.signalbox.demo.services.rabbitmq;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import dev.signalbox.demo.services.broker.MessageHeader;
import dev.signalbox.demo.services.outbox.OutboxEvent;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A channel on which the node confirms each message: it says whether the queue has it on disk (ack), or
/// had no room for it (nack), and gives back what no queue wanted (return, which comes before the ack).
final class Confirms {

    private static final Logger LOG = LoggerFactory.getLogger(Confirms.class);
    private static final int PERSISTENT = 2;

    private final Channel channel;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /// Message ids by the number under which the node will speak of them.
    private final NavigableMap<Long, String> outstanding = new TreeMap<>();

    private final List<String> taken = new ArrayList<>();
    private final Set<String> returned = new HashSet<>();
    private boolean open = true;

    private Confirms(Channel channel) {
        this.channel = channel;
    }

    static Confirms on(Channel channel) throws IOException {
        Confirms confirms = new Confirms(channel);
        channel.addShutdownListener(_ -> confirms.ended());
        channel.addReturnListener(
                back -> confirms.returned(String.valueOf(back.getProperties().getMessageId())));
        channel.addConfirmListener(
                (number, multiple) -> confirms.settled(number, multiple, true),
                (number, multiple) -> confirms.settled(number, multiple, false));
        channel.confirmSelect();
        return confirms;
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    /// Publishes in order and waits until the node has spoken of each, or the channel has ended.
    ///
    /// @return the message ids of those that the node has
    List<String> publish(List<OutboxEvent> events) throws InterruptedException {
        begin();
        try {
            for (OutboxEvent event : events) {
                expect(channel.getNextPublishSeqNo(), event.messageId());
                channel.basicPublish(
                        Shop.EXCHANGE,
                        event.topic(),
                        true,
                        properties(event),
                        event.payload().getBytes(UTF_8));
            }
        } catch (IOException | AlreadyClosedException e) {
            LOG.warn("the connection has ended: {}", e.toString());
            ended();
        }
        return awaitAll();
    }

    private void begin() {
        lock.lock();
        try {
            outstanding.clear();
            taken.clear();
            returned.clear();
        } finally {
            lock.unlock();
        }
    }

    private void expect(long number, String messageId) {
        lock.lock();
        try {
            outstanding.put(number, messageId);
        } finally {
            lock.unlock();
        }
    }

    private List<String> awaitAll() throws InterruptedException {
        lock.lock();
        try {
            while (open && !outstanding.isEmpty()) {
                changed.await();
            }
            return List.copyOf(taken);
        } finally {
            lock.unlock();
        }
    }

    private void settled(long number, boolean multiple, boolean ack) {
        lock.lock();
        try {
            NavigableMap<Long, String> which =
                    multiple
                            ? outstanding.headMap(number, true)
                            : outstanding.subMap(number, true, number, true);
            for (String messageId : which.values()) {
                if (ack && !returned.contains(messageId)) {
                    taken.add(messageId);
                }
            }
            which.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void returned(String messageId) {
        LOG.warn("no queue takes message {}", messageId);
        lock.lock();
        try {
            returned.add(messageId);
        } finally {
            lock.unlock();
        }
    }

    private void ended() {
        lock.lock();
        try {
            open = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// The same headers as on Kafka, so that an operator looks for an order in the same way; the id and
    /// the type also where AMQP has a place for them.
    private static BasicProperties properties(OutboxEvent event) {
        Map<String, Object> headers = new HashMap<>();
        headers.put(MessageHeader.MESSAGE_ID, event.messageId());
        headers.put(MessageHeader.ORDER_ID, event.orderId());
        headers.put(MessageHeader.CONTENT_TYPE, "application/json");
        if (event.xid() != null) {
            headers.put(MessageHeader.XID, event.xid());
        }
        return new BasicProperties.Builder()
                .messageId(event.messageId())
                .correlationId(event.orderId())
                .contentType("application/json")
                .timestamp(Date.from(Instant.now()))
                .deliveryMode(PERSISTENT)
                .headers(headers)
                .build();
    }
}
