package dev.signalbox.rabbitmq;

import com.rabbitmq.client.Delivery;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// What the server has delivered and nobody has looked at yet, bounded by its bytes: when it is full the client's own
/// thread waits, the connection fills up, and the server stops sending.
final class Inflow {
    private static final long MOST_BYTES = 16 * 1024 * 1024;

    private final Deque<Delivery> waiting = new ArrayDeque<>();
    private long bytes;
    private boolean closed;

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
            notifyAll();
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
        notifyAll();
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
