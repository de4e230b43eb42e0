package dev.signalbox.demo.services.consumer;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// A message as it was delivered this time.
///
/// @param attempt how often it will have been tried after this time, from 1
/// @param notBefore when its back-off is over
public record Delivery(
        ConsumerRecord<byte[], byte[]> message, Origin origin, int attempt, Instant notBefore) {

    /// Whether its back-off is not over yet. One that is still far from it has a time stamp from another
    /// clock than ours, and waits for nothing.
    public boolean isEarly(Instant now) {
        return now.isBefore(notBefore) && now.plus(Forwarding.LONGEST_BACK_OFF).isAfter(notBefore);
    }
}
