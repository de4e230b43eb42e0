package dev.signalbox.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;

/// The settings of a topic that decide what becomes of a message.
final class TopicConfig {
    /// What a record costs beside key, value and headers: lengths, offsets, the head of its batch.
    private static final long OVERHEAD = 128;

    private final Config config;

    TopicConfig(Config config) {
        this.config = config;
    }

    boolean compacted() {
        return policies().contains("compact");
    }

    /// Whether old messages are ever deleted for their age or the topic's size.
    boolean deletes() {
        return policies().contains("delete");
    }

    /// Whether the broker replaces timestamps with its own time.
    boolean stampsItself() {
        return value("message.timestamp.type").equals("LogAppendTime");
    }

    /// Whether a message with that timestamp may be deleted as soon as it has been written.
    boolean isPast(Instant timestamp, Instant now) {
        return deletes()
                && retention().map(kept -> timestamp.isBefore(now.minus(kept))).orElse(false);
    }

    /// Whether a message of that size fits.
    boolean takes(long size) {
        String largest = value("max.message.bytes");
        return largest.isEmpty() || size + OVERHEAD <= Long.parseLong(largest);
    }

    /// How long messages are kept; empty where for ever, or not known.
    private Optional<Duration> retention() {
        String millis = value("retention.ms");
        return millis.isEmpty() || millis.startsWith("-")
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(Long.parseLong(millis)));
    }

    private List<String> policies() {
        return List.of(value("cleanup.policy").split(","));
    }

    private String value(String name) {
        ConfigEntry entry = config.get(name);
        return entry == null || entry.value() == null ? "" : entry.value().trim();
    }
}
