package dev.signalbox.demo.services.rabbitmq;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Delivery;
import dev.signalbox.demo.services.consumer.Attempt;
import dev.signalbox.demo.services.consumer.Attempts;
import dev.signalbox.demo.services.consumer.MalformedMessageException;
import dev.signalbox.demo.services.consumer.RetryPolicy;
import dev.signalbox.demo.services.lifecycle.Stop;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The messages of one channel that were handed over and not settled.
///
/// One that fails is kept during its back-off and tried again, while others go on. That is what a queue
/// is made for: a message that is held is neither lost nor given to anybody else, and what has failed for
/// the last time is rejected, so that the node itself dead-letters it and says so in `x-death`. A
/// round through a queue with a time to live would put that queue into the history of every letter, and
/// replays would go there.
final class Holding {

    private static final Logger LOG = LoggerFactory.getLogger(Holding.class);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration WHILE_SOMETHING_IS_AWAY = Duration.ofSeconds(1);

    private final Channel channel;
    private final Attempts attempts;
    private final RetryPolicy retries;
    private final Clock clock;
    private final LinkedBlockingQueue<Held> arrived = new LinkedBlockingQueue<>();
    private final PriorityQueue<Held> backingOff =
            new PriorityQueue<>(Comparator.comparing(Held::notBefore));

    Holding(Channel channel, Attempts attempts, RetryPolicy retries, Clock clock) {
        this.channel = channel;
        this.attempts = attempts;
        this.retries = retries;
        this.clock = clock;
    }

    /// On the client's own thread.
    void take(String queue, Delivery delivery) {
        arrived.add(new Held(queue, delivery, 1, Instant.EPOCH));
    }

    /// Deals with one message, if there is one.
    void turn(Stop stop) throws IOException, InterruptedException {
        Held next = next();
        if (next == null) {
            return;
        }
        if (stop.within(attempts.handler().delay())) {
            // It was not dealt with; the end of the connection gives it back.
            return;
        }
        switch (attempts.make(next::read)) {
            case Attempt.Finished _ -> channel.basicAck(next.tag(), false);
            case Attempt.Unreadable(MalformedMessageException why) -> deadLetter(next, why);
            case Attempt.Failed(Exception why) -> failed(next, why);
            case Attempt.Impossible(Exception why) -> {
                LOG.warn("database not reachable: {}", why.getMessage());
                backingOff.add(
                        next.again(next.attempt(), clock.instant().plus(WHILE_SOMETHING_IS_AWAY)));
            }
        }
    }

    private @Nullable Held next() throws InterruptedException {
        Held due = backingOff.peek();
        if (due != null && !clock.instant().isBefore(due.notBefore())) {
            return backingOff.remove();
        }
        return arrived.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void failed(Held message, Exception why) throws IOException {
        LOG.info("attempt {} of {} failed: {}", message.attempt(), message, why.toString());
        Optional<Duration> backOff = retries.backOffAfter(message.attempt());
        if (backOff.isEmpty()) {
            deadLetter(message, why);
            return;
        }
        attempts.retried();
        backingOff.add(message.again(message.attempt() + 1, clock.instant().plus(backOff.get())));
    }

    private void deadLetter(Held message, Exception why) throws IOException {
        LOG.warn("giving up {}: {}", message, why.toString());
        channel.basicReject(message.tag(), false);
        attempts.deadLettered(why);
    }
}
