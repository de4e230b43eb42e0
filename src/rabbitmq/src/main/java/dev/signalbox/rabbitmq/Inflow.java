package dev.signalbox.rabbitmq;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Command;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.TrafficListener;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/// What the server has delivered and nobody has looked at yet, bounded by its bytes: when it is full the thread that reads
/// the connection waits until all of it is taken, the connection fills up, and the server stops sending.
final class Inflow implements TrafficListener {
    private static final long MOST_BYTES = 4 * 1024 * 1024;

    /// Whoever waits is woken for so many at once: a thread woken for each message has no time for anything else.
    private static final int WORTH_WAKING = 64;

    private static final Duration LINGER = Duration.ofMillis(1);

    private Deque<Delivery> waiting = new ArrayDeque<>();
    private long bytes;
    private long arrived;
    private int wakeAt = 1;
    private boolean closed;

    @Override
    public synchronized void read(Command inbound) {
        if (inbound.getMethod() instanceof AMQP.Basic.Deliver) {
            arrived++;
        }
    }

    @Override
    public void write(Command outbound) {
        // Only what comes counts.
    }

    /// How many have come so far, whether they were looked at or not.
    synchronized long arrived() {
        return arrived;
    }

    synchronized void put(Delivery delivery) {
        try {
            while (bytes >= MOST_BYTES && !closed) {
                wait();
            }
        } catch (InterruptedException e) {
            // The client ends its threads; what is delivered goes back to the queue.
            Thread.currentThread().interrupt();
            closed = true;
        }
        if (!closed) {
            waiting.add(delivery);
            bytes += delivery.getBody().length;
            if (waiting.size() == wakeAt) {
                notifyAll();
            }
        }
    }

    /// All that wait; none when none came within that time.
    synchronized Deque<Delivery> take(Duration patience) throws InterruptedException {
        if (waiting.size() < WORTH_WAKING && bytes < MOST_BYTES) {
            await(WORTH_WAKING, LINGER);
            await(1, patience);
        }
        Deque<Delivery> taken = waiting;
        waiting = new ArrayDeque<>();
        bytes = 0;
        notifyAll();
        return taken;
    }

    private void await(int messages, Duration patience) throws InterruptedException {
        wakeAt = messages;
        long deadline = System.nanoTime() + patience.toNanos();
        long left = patience.toNanos();
        while (waiting.size() < messages && bytes < MOST_BYTES && left > 0) {
            wait(left / 1_000_000, (int) (left % 1_000_000));
            left = deadline - System.nanoTime();
        }
    }

    /// Drops what waits and all that comes. Answers on the same connection wait behind deliveries: without this they might
    /// never arrive.
    synchronized void close() {
        closed = true;
        waiting.clear();
        bytes = 0;
        notifyAll();
    }
}
