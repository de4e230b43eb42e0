package dev.signalbox.demo.services.consumer;

import java.util.concurrent.atomic.LongAdder;

/// What a consumer has done since it started.
public final class ConsumerCounters {

    final LongAdder processed = new LongAdder();
    final LongAdder duplicates = new LongAdder();
    final LongAdder retried = new LongAdder();
    final LongAdder deadLettered = new LongAdder();

    /// Messages whose effect was written.
    public long processed() {
        return processed.sum();
    }

    /// Deliveries of which nothing was left to do.
    public long duplicates() {
        return duplicates.sum();
    }

    /// Messages forwarded to the retry topic.
    public long retried() {
        return retried.sum();
    }

    /// Messages published to the dead-letter topic.
    public long deadLettered() {
        return deadLettered.sum();
    }
}
