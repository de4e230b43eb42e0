package dev.signalbox.demo.services.kafka;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/// Partitions whose next message must wait. They are paused rather than waited for: the consumer goes on
/// polling, so it stays in its group and its other partitions go on.
final class BackingOff {

    private final Consumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Instant> until = new HashMap<>();

    BackingOff(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /// Puts the partition back to the message and pauses it.
    void pause(TopicPartition partition, long offset, Instant when) {
        consumer.seek(partition, offset);
        consumer.pause(Set.of(partition));
        until.put(partition, when);
    }

    /// Lets those go on whose time has come.
    void resume(Instant now) {
        Set<TopicPartition> due =
                until.entrySet().stream()
                        .filter(entry -> !now.isBefore(entry.getValue()))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
        if (!due.isEmpty()) {
            consumer.resume(due);
            until.keySet().removeAll(due);
        }
    }

    /// The group has given these to another member; should they come back, they come back unpaused.
    void forget(Collection<TopicPartition> revoked) {
        until.keySet().removeAll(revoked);
    }
}
