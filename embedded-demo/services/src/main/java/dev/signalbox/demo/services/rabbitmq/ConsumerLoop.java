package dev.signalbox.demo.services.rabbitmq;

import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import dev.signalbox.demo.services.consumer.Attempts;
import dev.signalbox.demo.services.consumer.RetryPolicy;
import dev.signalbox.demo.services.lifecycle.Stop;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Consumes a queue until it is stopped, on one connection after the other. A message is acknowledged only
/// after it was dealt with, so a crash means a second delivery and never a lost message.
final class ConsumerLoop implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(ConsumerLoop.class);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);
    private static final int CLOSE_MILLIS = 1_000;

    /// Few: each break of the connection costs those that are held a delivery, and a quorum queue
    /// dead-letters what was delivered too often.
    private static final int PREFETCH = 10;

    private final Link link;
    private final String queue;
    private final Attempts attempts;
    private final RetryPolicy retries;
    private final Stop stop;
    private final Clock clock;

    ConsumerLoop(
            Link link,
            String queue,
            Attempts attempts,
            RetryPolicy retries,
            Stop stop,
            Clock clock) {
        this.link = link;
        this.queue = queue;
        this.attempts = attempts;
        this.retries = retries;
        this.stop = stop;
        this.clock = clock;
    }

    @Override
    public void run() {
        try {
            while (!stop.isWished()) {
                consume();
                stop.within(AFTER_A_FAILURE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// For as long as the connection lasts. Catches any exception: a consumer that dies would leave its
    /// queue to nobody.
    private void consume() throws InterruptedException {
        Connection connection;
        try {
            connection = link.open("consumer");
        } catch (IOException | TimeoutException e) {
            LOG.warn("the broker is not reachable: {}", e.toString());
            return;
        }
        try {
            Channel channel = connection.createChannel();
            channel.basicQos(PREFETCH);
            Holding holding = new Holding(channel, attempts, retries, clock);
            channel.basicConsume(
                    queue,
                    false,
                    (_, delivery) -> holding.take(queue, delivery),
                    _ -> connection.abort(CLOSE_MILLIS));
            LOG.info("consuming {}", queue);
            while (!stop.isWished() && channel.isOpen()) {
                holding.turn(stop);
            }
        } catch (IOException | AlreadyClosedException e) {
            LOG.warn("the connection has ended: {}", e.toString());
        } catch (RuntimeException e) {
            LOG.error("consuming {} failed", queue, e);
        } finally {
            connection.abort(CLOSE_MILLIS);
        }
    }
}
