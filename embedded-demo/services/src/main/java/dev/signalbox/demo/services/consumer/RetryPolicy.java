package dev.signalbox.demo.services.consumer;

import java.time.Duration;
import java.util.Optional;

/// How often a message is tried, and how long to wait in between: twice as long each time.
///
/// @param attempts in all, the first included
/// @param firstBackOff before the second attempt
public record RetryPolicy(int attempts, Duration firstBackOff) {

    /// Three attempts: at once, after one second, after two more.
    public static final RetryPolicy STANDARD = new RetryPolicy(3, Duration.ofSeconds(1));

    public RetryPolicy {
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts: " + attempts);
        }
    }

    /// How long to wait after the given attempt failed; nothing when it was the last.
    public Optional<Duration> backOffAfter(int attempt) {
        if (attempt >= attempts) {
            return Optional.empty();
        }
        return Optional.of(firstBackOff.multipliedBy(1L << (attempt - 1)));
    }
}
