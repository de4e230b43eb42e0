package dev.signalbox.demo.services.kafka;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Where a message was first consumed from, whatever retries it has gone through since.
///
/// @param timestampType as Kafka names it: `CreateTime` or `LogAppendTime`
public record Origin(
        String topic, int partition, long offset, Instant timestamp, String timestampType) {

    static Origin of(ConsumerRecord<?, ?> message) {
        return new Origin(
                message.topic(),
                message.partition(),
                message.offset(),
                Instant.ofEpochMilli(message.timestamp()),
                message.timestampType().toString());
    }

    /// A message id for a message that came without one: the same at every delivery.
    String asMessageId() {
        return topic + "-" + partition + "-" + offset;
    }
}
