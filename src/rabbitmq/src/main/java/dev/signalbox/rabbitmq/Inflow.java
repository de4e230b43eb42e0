package dev.signalbox.rabbitmq;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Command;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.TrafficListener;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// What the server has delivered and nobody has looked at yet, bounded by its bytes: when it is full the client's own
/// thread waits until it is half empty, the connection fills up, and the server stops sending.
final class Inflow implements TrafficListener {
    private static final long MOST_BYTES = 4 * 1024 * 1024;

    private final Deque<Delivery> waiting = new ArrayDeque<>();
    private long bytes;
    private long arrived;
    private long handedOn;
    private boolean full;
    private boolean closed;

    /// Counts what comes before the client hands it on to threads of its own.
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

    /// Whether none is on its way through the client.
    synchronized boolean isAllHere() {
        return arrived == handedOn;
    }

    synchronized void put(Delivery delivery) {
        try {
            full |= bytes >= MOST_BYTES;
            while (full && !closed) {
                wait();
            }
        } catch (InterruptedException e) {
            // The client ends its threads; what is delivered goes back to the queue.
            Thread.currentThread().interrupt();
            closed = true;
        }
        handedOn++;
        if (!closed) {
            waiting.add(delivery);
            bytes += delivery.getBody().length;
            if (waiting.size() == 1) {
                notifyAll();
            }
        }
    }

    /// The next one; empty when none came within that time.
    synchronized Optional<Delivery> poll(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (waiting.isEmpty()) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return Optional.empty();
            }
            wait(left);
        }
        Delivery next = waiting.remove();
        bytes -= next.getBody().length;
        if (full && bytes <= MOST_BYTES / 2) {
            full = false;
            notifyAll();
        }
        return Optional.of(next);
    }

    synchronized boolean isEmpty() {
        return waiting.isEmpty();
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
