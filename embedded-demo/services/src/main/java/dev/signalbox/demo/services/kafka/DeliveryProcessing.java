package dev.signalbox.demo.services.kafka;

import dev.signalbox.demo.services.consumer.Attempt;
import dev.signalbox.demo.services.consumer.Attempts;
import dev.signalbox.demo.services.consumer.ConsumerCounters;
import dev.signalbox.demo.services.consumer.MalformedMessageException;
import dev.signalbox.demo.services.consumer.RetryPolicy;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Deals with one delivery: processes it, or forwards it to the retry topic, or dead-letters it.
///
/// A database or broker that is away is no failure of the message: it is delivered again a little later
/// and loses no attempt.
public final class DeliveryProcessing {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryProcessing.class);
    private static final Duration WHILE_SOMETHING_IS_AWAY = Duration.ofSeconds(1);

    private final Forwarding forwarding;
    private final RetryPolicy retries;
    private final Attempts attempts;
    private final Publisher publisher;
    private final Clock clock;

    public DeliveryProcessing(
            Forwarding forwarding,
            RetryPolicy retries,
            Attempts attempts,
            Publisher publisher,
            Clock clock) {
        this.forwarding = forwarding;
        this.retries = retries;
        this.attempts = attempts;
        this.publisher = publisher;
        this.clock = clock;
    }

    public ConsumerCounters counters() {
        return attempts.counters();
    }

    /// How long to pause before the next delivery.
    Duration delay() {
        return attempts.handler().delay();
    }

    /// When this delivery may be tried, if that is still to come.
    Optional<Verdict.Later> early(ConsumerRecord<byte[], byte[]> message) {
        Delivery delivery = forwarding.delivery(message);
        return delivery.isEarly(clock.instant())
                ? Optional.of(new Verdict.Later(delivery.notBefore()))
                : Optional.empty();
    }

    /// Tries it. Whatever it sets off, a bug included, ends as a failure of this message.
    Verdict attempt(ConsumerRecord<byte[], byte[]> message) throws InterruptedException {
        Delivery delivery = forwarding.delivery(message);
        return switch (attempts.make(delivery::read)) {
            case Attempt.Finished _ -> new Verdict.Finished();
            case Attempt.Unreadable(MalformedMessageException why) -> deadLetter(delivery, why);
            case Attempt.Impossible(Exception why) -> later(why);
            case Attempt.Failed(Exception why) -> failed(delivery, why);
        };
    }

    private Verdict failed(Delivery delivery, Exception why) throws InterruptedException {
        Optional<Duration> backOff = retries.backOffAfter(delivery.attempt());
        return backOff.isPresent()
                ? retry(delivery, why, backOff.get())
                : deadLetter(delivery, why);
    }

    private Verdict retry(Delivery delivery, Exception why, Duration backOff)
            throws InterruptedException {
        LOG.info(
                "attempt {} of {} failed: {}",
                delivery.attempt(),
                delivery.origin(),
                why.toString());
        try {
            publisher.publish(forwarding.retry(delivery, why, clock.instant().plus(backOff)));
            attempts.retried();
            return new Verdict.Finished();
        } catch (MessageTooLargeException e) {
            // Somebody has filled the retry topic to its brim; the dead-letter topic takes more
            return deadLetter(delivery, why);
        } catch (PublishException e) {
            return later(e);
        }
    }

    private Verdict deadLetter(Delivery delivery, Exception why) throws InterruptedException {
        LOG.warn("giving up {}: {}", delivery.origin(), why.toString());
        try {
            publisher.publish(forwarding.deadLetter(delivery, why));
        } catch (PublishException e) {
            return later(e);
        }
        attempts.deadLettered(why);
        return new Verdict.Finished();
    }

    private Verdict later(Exception why) {
        LOG.warn("database or broker not reachable: {}", why.getMessage());
        return new Verdict.Later(clock.instant().plus(WHILE_SOMETHING_IS_AWAY));
    }
}
